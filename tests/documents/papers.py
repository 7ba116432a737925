"""One made-up paper of each kind, filled as an office would fill it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from simpul.documents import kinds as k
from simpul.documents.choices import Nature
from simpul.documents.rules.sheet import Envelope, Office
from simpul.engines.diagrams import describe_genogram, draw_genogram
from tests.documents.letters import all_letters
from tests.engines.diagrams.families import three_generations

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 44">'
    '<path d="M20 2 37 8v14c0 10-7 17-17 20C10 39 3 32 3 22V8z" '
    'fill="none" stroke="#161616" stroke-width="2"/><circle cx="20" cy="20" r="7" fill="#1d4a57"/></svg>'
)
OFFICE = Office(
    name="Dinas Sosial Kabupaten Wanaraya",
    parent="Pemerintah Kabupaten Wanaraya",
    address="Jalan Merdeka 12, Kecamatan Banyuasri, Wanaraya 68999",
    contact="Telepon (0300) 555 0123 · dinsos@wanaraya.example",
    place="Banyuasri",
    logo_svg=LOGO,
)
CHILD = k.Subject(
    name="Dewi Anggraini",
    case_reference="KS-2026-0142",
    protected=True,
    also_veiled=("Sri Wahyuni", "Budi Santoso", "Tumirah"),
)
ADULT = k.Subject(name="Slamet Riyadi", case_reference="KS-2026-0087")
WORKER = k.Signer(name="Ratna Puspita, S.Tr.Sos.", post="Pekerja Sosial", credential="STR 11.02.2024.000123")
HEAD = k.Signer(
    name="Drs. Agus Hermawan, M.Si.", post="Kepala Dinas Sosial", credential="NIP 19700101 199503 1 001"
)


def envelope(language: str = "id") -> Envelope:
    return Envelope(
        office=OFFICE,
        language=language,
        number="017/LAPSOS/DINSOS.02/XI/2026",
        issued_at=datetime(2026, 11, 22, 3, 15, tzinfo=UTC),
        verify_url="https://simpul.wanaraya.example/periksa/K7QF-2M9D-X4TR-8WZN",
        verify_code="K7QF-2M9D-X4TR-8WZN",
    )


def all_papers() -> list[k.Paper]:
    return [
        consent(),
        contract(),
        assessment(),
        social_report(),
        plan(),
        progress(),
        minutes(),
        termination(),
        hand_over(),
        access(),
        safety(),
        genogram(),
        *all_letters(ADULT, WORKER, HEAD),
    ]


def consent() -> k.InformedConsent:
    return k.InformedConsent(
        subject=ADULT,
        worker=WORKER,
        purposes=(
            k.ConsentedPurpose(
                purpose="Pendampingan",
                data="Identitas, riwayat keluarga, kesehatan, penghasilan",
                recipients="Pekerja sosial dan supervisor",
                granted=True,
            ),
            k.ConsentedPurpose(
                purpose="Rujukan ke Puskesmas",
                data="Nama, keluhan kesehatan",
                recipients="Puskesmas Banyuasri",
                until=date(2027, 5, 31),
                granted=True,
            ),
            k.ConsentedPurpose(
                purpose="Penelitian", data="Data tanpa nama", recipients="Universitas", granted=False
            ),
        ),
        benefits=("Teman bicara yang tetap", "Bantuan mengurus hak saya"),
        risks=("Saya perlu meluangkan waktu", "Bercerita dapat terasa berat"),
        media=(("Foto", False), ("Rekaman suara", None), ("Rekaman video", False)),
        how="Ditandatangani",
        language_used="Bahasa Jawa",
        witness="Marni",
        contact="Ratna Puspita, (0300) 555 0123",
    )


def contract() -> k.ServiceContract:
    return k.ServiceContract(
        subject=ADULT,
        worker=WORKER,
        head=HEAD,
        concern="Saya ingin bisa bekerja lagi dan anak-anak tetap sekolah.",
        services=("Pertemuan dua minggu sekali", "Pendampingan ke Disnaker", "Kelompok dukungan"),
        office_duties=("Datang sesuai janji", "Menjelaskan setiap langkah lebih dahulu"),
        client_share=("Mengabari bila berhalangan", "Menyampaikan bila ada yang tidak cocok"),
        starts=date(2026, 9, 1),
        ends=date(2027, 2, 28),
        meetings="Setiap Selasa kedua dan keempat, di rumah",
        complaint_path="Kotak pengaduan di kantor, telepon 171, atau halaman pengaduan.",
    )


def assessment() -> k.AssessmentReport:
    return k.AssessmentReport(
        subject=ADULT,
        worker=WORKER,
        head=HEAD,
        assessed_from=date(2026, 9, 1),
        assessed_until=date(2026, 9, 21),
        methods=("wawancara", "kunjungan rumah", "genogram", "ekomap"),
        presenting_words="Sejak pabrik tutup saya bingung harus mulai dari mana.",
        domains=(
            k.AssessedDomain(
                name="Kesehatan",
                client_words="Pinggang saya sakit kalau angkat berat.",
                observation="Berjalan pelan, duduk dengan bantalan.",
                interpretation="Pekerjaan angkut tidak cocok lagi; perlu pemeriksaan.",
            ),
            k.AssessedDomain(
                name="Keluarga",
                client_words="Istri saya yang menguatkan.",
                observation="Pasangan saling membantu menjawab.",
                interpretation="Ikatan keluarga menjadi tumpuan rencana.",
            ),
            k.AssessedDomain(name="Spiritual", not_assessed="klien belum berkenan membicarakannya"),
        ),
        scores=(("WHODAS 12", "18", "hambatan sedang"),),
        strengths=("Terampil memperbaiki mesin jahit", "Dipercaya tetangga", "Keluarga yang rukun"),
        needs=("Penghasilan tetap", "Pemeriksaan kesehatan"),
        risk_level="Sedang",
        risk_grounds="Utang berbunga dan gangguan tidur.",
        synthesis="Kehilangan pekerjaan mengubah peran Bapak Slamet di rumah.\nKeterampilannya modal usaha.",
        recommendations=("Rencana usaha bengkel kecil", "Rujukan ke Puskesmas"),
        client_view="Sudah benar, tetapi saya belum mau berutang lagi.",
    )


def social_report() -> k.LaporanSosial:
    return k.LaporanSosial(
        subject=CHILD,
        worker=WORKER,
        head=HEAD,
        recipient=(
            "Kepala Unit Perlindungan Perempuan dan Anak",
            "Kepolisian Resor Wanaraya",
            "di Banyuasri",
        ),
        copies_to=("Kepala Dinas Sosial", "Arsip"),
        enclosures=2,
        request_number="B/112/XI/2026/Reskrim",
        request_date=date(2026, 11, 20),
        request_from="Unit PPA Polres Wanaraya",
        child_status="Saksi korban",
        child_sex="Perempuan",
        child_birth="2008, 18 tahun pada saat kejadian belum genap",
        child_school="Kelas XII",
        guardians=(("Ibu", "Sri Wahyuni"), ("Nenek, pengasuh saat ini", "Tumirah")),
        case_summary=(
            "Anak Dewi Anggraini mengalami kekerasan di lingkungan rumah dan sejak 12 November tinggal "
            "bersama neneknya. Peristiwa tidak diuraikan di sini; lihat berita acara pemeriksaan."
        ),
        birth_history="Lahir cukup bulan, dibantu bidan.",
        school_history="Prestasi baik; tidak masuk sekolah 14 hari terakhir.",
        health_history="Visum dilakukan; tidak ada penyakit menahun.",
        behaviour_history="Ramah, suka menggambar; belakangan sulit tidur.",
        family="Ibunya, Sri Wahyuni, bekerja sebagai penjahit. Dewi dekat dengan nenek Tumirah.",
        economy="Penghasilan keluarga sekitar upah minimum.",
        housing="Rumah nenek, dua kamar, aman.",
        community_response="Ketua RT dan sekolah mendukung.",
        impact="Cemas, sulit tidur, menghindari rumah ayah tiri.",
        needs=("Pendampingan psikologis", "Kembali bersekolah", "Tempat tinggal yang aman"),
        best_interest="Tinggal bersama nenek dan tetap bersekolah paling mendukung tumbuh kembangnya.",
        child_wishes="Saya mau sekolah lagi dan tinggal sama nenek.",
        risk="Tinggi bila pelaku mengetahui alamat; alamat dirahasiakan.",
        conclusion="Anak memerlukan pelindungan dan pendampingan selama proses hukum.",
        recommendations=(
            "Pengasuhan sementara oleh nenek",
            "Pendampingan pada setiap pemeriksaan",
            "Restitusi diajukan melalui LPSK",
        ),
        annexes=("Persetujuan anak dan wali", "Genogram"),
    )


def plan() -> k.InterventionPlan:
    return k.InterventionPlan(
        subject=ADULT,
        worker=WORKER,
        head=HEAD,
        version=2,
        goals=(
            k.PlannedGoal(
                words="Punya penghasilan sendiri lagi sebelum Lebaran.",
                priority="1",
                indicator="Penghasilan bersih sebulan",
                baseline="Rp 300.000",
                target="Rp 1.500.000",
                actions=(
                    k.PlannedAction(
                        what="Mengikuti pelatihan usaha",
                        owner="Slamet",
                        due=date(2026, 12, 20),
                        resource="BLK",
                    ),
                    k.PlannedAction(
                        what="Mengurus surat domisili usaha", owner="Ratna", due=date(2026, 12, 5)
                    ),
                ),
                fallback="Bekerja paruh waktu di bengkel tetangga",
            ),
            k.PlannedGoal(words="Tidur nyenyak tanpa memikirkan utang.", priority="2"),
        ),
        family_share="Istri mencatat uang masuk dan keluar.",
        review_on=date(2027, 1, 15),
        agreement="Klien setuju dengan seluruh rencana.",
    )


def progress() -> k.ProgressReport:
    return k.ProgressReport(
        subject=ADULT,
        worker=WORKER,
        head=HEAD,
        period_from=date(2026, 9, 1),
        period_until=date(2026, 11, 20),
        contacts=((date(2026, 9, 14), "Kunjungan rumah", "Menyusun rencana"),),
        activities=("Pelatihan usaha selesai", "Surat domisili terbit"),
        goals=(
            k.GoalProgress(goal="Penghasilan sendiri", before=-2, now=0, remark="Rp 1.450.000"),
            k.GoalProgress(goal="Tidur nyenyak", before=-1, now=1),
        ),
        changes="Bapak Slamet membuka bengkel kecil.",
        obstacles="Listrik belum cukup.",
        risk="Turun menjadi rendah.",
        next_steps=("Menambah daya listrik",),
        client_view="Sekarang saya berani menyapa orang lagi.",
    )


def minutes() -> k.ConferenceMinutes:
    return k.ConferenceMinutes(
        subject=CHILD,
        worker=WORKER,
        nature=Nature.SECRET,
        held_on=date(2026, 11, 19),
        held_at="09.00–11.15",
        place="Ruang rapat Dinas Sosial",
        chair=HEAD,
        attendees=(
            k.Attendee(name="Ratna Puspita", capacity="Pekerja sosial", pledged=True),
            k.Attendee(name="Ipda Lestari", capacity="Unit PPA", pledged=True),
            k.Attendee(name="Bidan Wulan", capacity="Puskesmas", pledged=True, present=False),
        ),
        facts="Dewi tinggal bersama nenek sejak 12 November.",
        client_view="Jangan beri tahu alamat nenek.",
        risk="Tinggi",
        options=("Rumah aman", "Tetap bersama nenek dengan rencana keselamatan"),
        decisions=(
            k.Decision(what="Tetap bersama nenek", owner="Ratna Puspita", due=date(2026, 11, 21)),
            k.Decision(what="Patroli lingkungan", owner="Unit PPA"),
        ),
        dissent="Puskesmas menyarankan rumah aman.",
    )


def termination() -> k.TerminationLetter:
    return k.TerminationLetter(
        subject=ADULT,
        worker=WORKER,
        head=HEAD,
        recipient=("Bapak Slamet Riyadi", "Dusun Krajan, Desa Sumberasri"),
        service_from=date(2026, 9, 1),
        service_until=date(2027, 2, 28),
        reason="Tujuan tercapai",
        summary="Pelatihan usaha, pendampingan perizinan, dan pertemuan rutin.",
        outcomes=(("Penghasilan sendiri", "Tercapai"), ("Tidur nyenyak", "Lebih dari yang disepakati")),
        remaining_needs=("Jaminan kesehatan keluarga",),
        after_care=((date(2027, 3, 28), "Kunjungan"), (date(2027, 5, 28), "Telepon")),
        client_view="Terima kasih, saya sudah bisa sendiri.",
        complaint_path="Kotak pengaduan di kantor atau telepon 171.",
    )


def hand_over() -> k.HandOver:
    return k.HandOver(
        subject=ADULT,
        worker=WORKER,
        head=HEAD,
        handed_on=date(2026, 11, 22),
        place="Kantor Dinas Sosial",
        receiver=k.Signer(
            name="Bambang Sutrisno, S.Sos.", post="Pekerja Sosial", credential="STR 11.02.2023.000456"
        ),
        reason="Mutasi petugas",
        items=(
            k.HandedItem(what="Berkas kasus", quantity="1 bundel", condition="lengkap"),
            k.HandedItem(what="Kunci loker"),
        ),
        open_tasks=(("Kunjungan ulang", date(2026, 12, 3)), ("Menunggu jawaban BLK", None)),
        risks="Tidak ada risiko segera.",
        client_informed="Ya, dalam pertemuan 18 November.",
        witnesses=("Marni",),
    )


def access() -> k.AccessReport:
    return k.AccessReport(
        subject=ADULT,
        worker=WORKER,
        since=datetime(2026, 9, 1, tzinfo=UTC),
        until=datetime(2026, 11, 22, tzinfo=UTC),
        looks=(
            k.Look(
                at=datetime(2026, 9, 1, 2, 5, tzinfo=UTC),
                who="Ratna Puspita",
                what="Membuka kasus",
                reason="Pendampingan",
            ),
            k.Look(
                at=datetime(2026, 10, 3, 14, 40, tzinfo=UTC),
                who="Bambang Sutrisno",
                what="Membuka data orang",
                reason="telepon darurat malam hari",
                emergency=True,
            ),
        ),
    )


def safety() -> k.SafetyPlan:
    return k.SafetyPlan(
        subject=CHILD,
        worker=WORKER,
        signs=("Suara meninggi", "Pintu dibanting"),
        what_helps=("Ke teras depan", "Menelepon nenek"),
        safe_places=("Rumah nenek", "Warung Bu Marni"),
        people=(("Nenek", "0812 0000 1111"), ("Bu Marni", "0812 0000 2222")),
        to_take=("KTP dan KK", "Obat", "Baju ganti", "Buku sekolah"),
        code_word="Pinjam garam",
        children=("Dimas tahu jalan ke rumah nenek",),
        numbers=(("SAPA", "129"), ("Polisi", "110"), ("Darurat", "112")),
    )


def genogram() -> k.GenogramPrint:
    family = three_generations()
    return k.GenogramPrint(
        subject=CHILD,
        worker=WORKER,
        svg=draw_genogram(family, ink="print", legend="right"),
        words=tuple(describe_genogram(family)),
    )
