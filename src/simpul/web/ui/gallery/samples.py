"""Every component in its states, with invented facts. Shown only in the demo."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from simpul.kernel.clock import now
from simpul.web.ui.components.act_menu.props import ActMenu, Door
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.button.props import Button
from simpul.web.ui.components.consent_card.props import ConsentCard
from simpul.web.ui.components.countdown.props import Countdown
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.empty_state.props import EmptyState
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.components.file_drop.props import FileDrop
from simpul.web.ui.components.flash.props import Flash
from simpul.web.ui.components.goal_scale.props import GoalScale, Score
from simpul.web.ui.components.help.props import Help
from simpul.web.ui.components.identity_banner.props import Fact as IdentityFact
from simpul.web.ui.components.identity_banner.props import IdentityBanner
from simpul.web.ui.components.menu.props import Menu, MenuItem
from simpul.web.ui.components.notice.props import Notice
from simpul.web.ui.components.pagination.props import page_of
from simpul.web.ui.components.place_map.props import PlaceMap, Spot
from simpul.web.ui.components.progress.props import Progress
from simpul.web.ui.components.refusal_card.props import RefusalCard
from simpul.web.ui.components.risk_badge.props import RiskBadge
from simpul.web.ui.components.search_box.props import Result, SearchBox
from simpul.web.ui.components.service_card.props import ServiceCard
from simpul.web.ui.components.sparkline.props import Sparkline
from simpul.web.ui.components.stat_tile.props import StatTile
from simpul.web.ui.components.stepper.props import Missing, Stage, Stepper
from simpul.web.ui.components.tabs.props import Tab, Tabs
from simpul.web.ui.components.text_diff.props import TextDiff
from simpul.web.ui.components.timeline.props import Entry, Timeline
from simpul.web.ui.components.wizard_steps.props import WizardSteps
from simpul.web.ui.components.word_hints.props import Hint, WordHints
from simpul.web.ui.gallery.charts import sample_charts
from simpul.web.ui.gallery.family import sample_family
from simpul.web.ui.gallery.forms import sample_forms

DAY = date(2026, 11, 22)


def _stages() -> tuple[Stage, ...]:
    labels = (
        "Penjangkauan",
        "Intake",
        "Asesmen",
        "Bahas kasus",
        "Rencana",
        "Intervensi",
        "Pemantauan",
        "Terminasi",
        "Bimbingan lanjut",
    )
    states = ("done", "done", "done", "skipped", "current", "ahead", "ahead", "ahead", "ahead")
    return tuple(Stage(label, state) for label, state in zip(labels, states, strict=True))  # type: ignore[arg-type]


def _table() -> DataTable:
    columns = (
        Column("Klien", main=True),
        Column("Risiko", corner=True),
        Column("Kebutuhan"),
        Column("Tahap", plain=True),
        Column("Tenggat", end=True),
    )
    facts = (
        (
            "Rahma A.",
            "KS-2026-0142",
            "immediate",
            "Penelantaran anak",
            "Intervensi",
            "Hari ini, 16.00",
            "bad",
        ),
        ("Keluarga Pranoto", "KS-2026-0139", "high", "Akses jaminan kesehatan", "Asesmen", "Besok", "warn"),
        ("Yohanes K.", "KS-2026-0137", "medium", "Rehabilitasi disabilitas", "Rencana", "25 Nov", ""),
        ("Kelompok Ibu Melati", "KS-2026-0131", "low", "Modal usaha bersama", "Pemantauan", "27 Nov", ""),
        ("Bpk. Sarmin", "KS-2026-0128", "", "Lansia hidup sendiri", "Intake", "30 Nov", ""),
    )
    rows = tuple(
        (
            Cell(name, url="#", note=ref),
            Cell(part=RiskBadge(risk)),
            Cell(need),
            Cell(stage),
            Cell(due, tone=tone),  # type: ignore[arg-type]
        )
        for name, ref, risk, need, stage, due, tone in facts
    )
    return DataTable("Kasus saya", columns, rows, pages=page_of(page=2, size=5, total=128, address="#"))


def _timeline() -> Timeline:
    return Timeline(
        (
            Entry(
                "Kunjungan rumah",
                datetime(2026, 11, 22, 9, 10),
                icon="house",
                by="Sri W.",
                words="Kalau cucu saya boleh tinggal di sini, saya sanggup. Dia sudah biasa dengan saya.",
                observation="Rumah dua kamar, bersih. Anak duduk dekat nenek dan bercerita tentang sekolah.",
                interpretation="Kelekatan anak dan nenek tampak kuat; daya dukung ekonomi perlu dihitung.",
                tags=(Badge("Pendamping", "primary"), Badge("Keluarga dan anak"), Badge("Mikro")),
            ),
            Entry(
                "Rujukan diterima",
                datetime(2026, 11, 21, 15, 42),
                icon="send",
                tone="good",
                text="Puskesmas Karangjati menjadwalkan pemeriksaan gizi 24 Nov.",
                tags=(Badge("Rujukan tertutup 2 dari 3"),),
            ),
            Entry(
                "Laporan diterima",
                datetime(2026, 11, 18, 8, 30),
                icon="siren",
                tone="bad",
                text="Guru kelas melaporkan anak tidak dijemput tiga hari.",
                tags=(Badge("Respons awal 2 jam 5 menit", "good"),),
            ),
        )
    )


def _people() -> dict[str, object]:
    return {
        "banner": IdentityBanner(
            "Rahma Ayu Lestari",
            "KS-2026-0142",
            calls="Rahma",
            facts=(
                IdentityFact("Umur", "8 tahun"),
                IdentityFact("Kelamin", "Perempuan"),
                IdentityFact("Alamat", "Desa Karangjati"),
            ),
            badges=(Badge("Persetujuan berlaku", "good", "shield-check"),),
            risk=RiskBadge("high", long=True),
            alert="Jangan menelepon setelah pukul 17.00: telepon dipegang orang lain.",
        ),
        "consent": ConsentCard(
            "Pelindungan anak",
            Badge("Berlaku", "good", "check"),
            shared_with=("Puskesmas Karangjati", "SDN 2 Karangjati"),
            fields=("nama", "tanggal lahir", "kesehatan"),
            until=date(2027, 2, 20),
            given_on=date(2026, 11, 20),
            how="Ditandatangani wali, anak ikut menyetujui",
            withdraw_url="#",
        ),
        "refusal": RefusalCard(
            "Membagikan kepada lembaga lain",
            Badge("menolak, 20 Nov", "warn", "hand"),
            words="Jangan ke sekolah dulu. Saya mau cerita sendiri.",
            explained="Apa yang dikirim dan untuk apa.",
            said_by="Klien",
            asked_by="Ratna Dewi",
            recipient="SDN 2 Karangjati",
            again_url="#",
        ),
        "goals": (
            GoalScale(
                "Aku mau tetap sekolah di sekolahku.",
                tuple(
                    Score(DAY - timedelta(days=60 - n * 15), value, "klien dan peksos")
                    for n, value in enumerate((-2, -1, -1, 0, 1))
                ),
                "Hadir di sekolah paling sedikit 18 hari sebulan",
            ),
            GoalScale("Nenek mau obatnya tidak putus."),
        ),
    }


def _marks() -> dict[str, object]:
    return {
        "badges": (
            Badge("Biasa"),
            Badge("Berlaku", "good", "check"),
            Badge("Menunggu", "warn", "hourglass"),
            Badge("Ditolak", "bad", "x"),
            Badge("Baru", "info"),
            Badge("Tafsir", "plum"),
            Badge("Pendamping", "primary"),
        ),
        "risks": tuple(RiskBadge(level) for level in ("immediate", "high", "medium", "low", "")),
        "tiles": (
            StatTile(
                "Kasus aktif",
                "128",
                "+6 minggu ini",
                "folder-open",
                trend=Sparkline("Naik sejak Juni", (99, 104, 103, 118, 122, 128)),
            ),
            StatTile("Tenggat 48 jam", "5", "2 laporan kekerasan", "clock", "warn", url="#"),
            StatTile("Rujukan menunggu", "17", "rata-rata 2,4 hari", "send"),
            StatTile("Lewat tenggat", "1", "hubungi hari ini", "octagon-alert", "bad", url="#"),
        ),
        "buttons": (
            Button("Catat", "#", "pencil", "primary"),
            Button("Surat rujukan", "#", "file-text"),
            Button("Batalkan", "#", "undo-2", "danger"),
            Button("Lihat semua", "#", weight="quiet"),
            Button("Kecil", "#", "plus", small=True),
        ),
        "menu": Menu(
            "Tindakan", (MenuItem("Cetak berkas", "#", "printer"), MenuItem("Serah terima", "#", "handshake"))
        ),
    }


def _ways() -> dict[str, object]:
    return {
        "stepper": Stepper(
            _stages(),
            (
                Missing("Tujuan pilihan klien belum terukur", "#"),
                Missing("Persetujuan rencana oleh supervisor", "#"),
            ),
            "Intervensi",
        ),
        "stepper_ready": Stepper(_stages(), (), "Mulai intervensi", "#", "Tahap kasus kedua"),
        "wizard": WizardSteps(("Siapa", "Keadaan", "Keamanan", "Periksa"), 3, ("#", "#")),
        "tabs": Tabs(
            "Bagian kasus",
            (
                Tab("Ringkasan", "#"),
                Tab("Catatan", "#a", count=24),
                Tab("Rencana", "#b", True),
                Tab("Bahas kasus", "#c"),
                Tab("Tinjauan", "#d"),
                Tab("Terminasi", "#e"),
                Tab("Dokumen", "#f", count=3),
            ),
        ),
        "act_menu": ActMenu(
            "Yang dapat dilakukan",
            (
                Door("Nilai risiko", "#", "triangle-alert"),
                Door("Rencana keselamatan", "#", "life-buoy"),
                Door("Pilihan dan keputusan", "#", "split"),
                Door("Alih tangan", "#", "handshake"),
            ),
        ),
        "help": Help("Tahap kasus", "Tahap berikutnya dimulai bila yang diperlukannya sudah ada."),
        "timeline": _timeline(),
        "table": _table(),
        "empty": EmptyState(
            "Belum ada tugas",
            "Tugas muncul di sini begitu sebuah kasus memerlukan sesuatu dari Anda.",
            "list-checks",
            "Buka kasus saya",
            "#",
        ),
    }


def _words() -> dict[str, object]:
    return {
        "notices": (
            Notice("Berkas ini juga dibuka Nurul", "Perubahan Anda berdua akan dibandingkan saat disimpan."),
            Notice(
                "Persetujuan berakhir 3 hari lagi", "Minta perpanjangan pada kunjungan berikutnya.", "warn"
            ),
            Notice("Rencana disetujui", tone="good"),
            Notice("Anak belum ditemui sesuai tenggat", "Hubungi supervisor sekarang juga.", "bad"),
        ),
        "flash": Flash("Catatan kunjungan tersimpan."),
        "service": ServiceCard(
            "Anak kembali bersekolah",
            "#",
            "Dinas Pendidikan Tirtamaya",
            "Jalan Raya Padangsono No. 15",
            "(0300) 555-6612",
            (Badge("Sedang buka", "good"),),
            ("Membantu: Putus sekolah.", "Tanpa biaya."),
            ("Tutup pada jam ini.",),
            ("Usia: untuk 6 sampai 18 tahun.",),
        ),
        "places": PlaceMap(
            "Letaknya",
            (Spot(1, "Puskesmas Tirto", 113.72, -6.05), Spot(2, "PKBM Tunas", 113.78, -6.02)),
        ),
        "countdowns": (
            Countdown(now() + timedelta(hours=3, minutes=20, seconds=5), "Asesmen awal"),
            Countdown(now() - timedelta(days=2, hours=1), "Kunjungan"),
            Countdown(now() + timedelta(days=9), "Tinjauan rencana"),
            Countdown(DAY, "Laporan sosial", done=True),
        ),
        "facts": Facts(
            (
                Fact("Tujuan", "Pelindungan anak"),
                Fact("Berbagi dengan", "Puskesmas, sekolah"),
                Fact("Berlaku s.d.", "20 Feb 2027", "diperbarui 20 Nov 2026"),
                Fact("Risiko", part=RiskBadge("medium")),
                Fact("Agama"),
            )
        ),
        "progress": Progress("Impor 10.000 orang", 6240, 10000),
        "progress_failed": Progress(
            "Impor rumah tangga", 120, 4000, "Berhenti di baris 121: kolom tanggal lahir kosong.", failed=True
        ),
    }


def _inputs() -> dict[str, object]:
    return {
        "hints": WordHints(
            (
                Hint(
                    "penderita cacat", ("penyandang disabilitas",), "Orangnya lebih dahulu, bukan keadaannya."
                ),
                Hint("malas", ("belum hadir tiga kali",), "Tulis yang terlihat, bukan penilaian."),
            ),
            "#",
        ),
        "diff": TextDiff(
            "Kebutuhan", "Nenek bersedia mengasuh sementara.", "Nenek bersedia mengasuh sampai Juni."
        ),
        "drop": FileDrop(
            "file",
            "Pilih berkas CSV atau XLSX, atau seret ke sini",
            "Paling besar 20 MB, paling banyak 100.000 baris.",
            ".csv,.xlsx",
        ),
        "search": SearchBox(
            "#",
            "Cari orang",
            "sri wahyuni",
            hint="Nama, panggilan, NIK, KK, atau desa. Ejaan boleh berbeda.",
            results=(
                Result(
                    "Sri Wahyuni",
                    "#",
                    "34 tahun · Desa Karangjati",
                    "Nama sama, desa sama",
                    part=RiskBadge("low"),
                ),
                Result("Sri Wahjuni", "#", "35 tahun · Desa Sukamaju", "Ejaan lama dari nama yang sama"),
            ),
        ),
    }


def states() -> dict[str, object]:
    """Everything that the gallery shows, by the name of its place in the page."""
    return {
        **sample_forms(),
        **_marks(),
        **_ways(),
        **_words(),
        **_inputs(),
        **_people(),
        **sample_charts(),
        "family": sample_family(),
    }
