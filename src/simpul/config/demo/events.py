"""What happens beside the cases' own course: letters, complaints, emergency readings, hand-overs."""

from __future__ import annotations

from datetime import datetime, timedelta

from simpul.casework.commands.accept_handover import accept_handover
from simpul.casework.commands.answer_complaint import answer_complaint
from simpul.casework.commands.complain import complain
from simpul.casework.commands.hand_over_case import hand_over_case
from simpul.casework.commands.read_letter import read_letter
from simpul.casework.commands.write_from_portal import write_from_portal
from simpul.casework.models import Complaint
from simpul.config.demo.filing import name_door
from simpul.config.demo.life import Life, Moments
from simpul.config.demo.offices import CLIENT_LOGINS, PASSWORD
from simpul.config.demo.workplaces import House
from simpul.kernel.actor import Actor, public_actor
from simpul.registry.choices import HandedOver
from simpul.registry.commands.break_glass import break_glass
from simpul.registry.commands.give_consent import give_consent
from simpul.registry.commands.invite_to_portal import invite_to_portal
from simpul.registry.commands.open_portal import open_portal
from simpul.registry.commands.review_broken_glass import review_broken_glass
from simpul.registry.commands.withdraw_consent import withdraw_consent
from simpul.workforce.acting import actor_for


def happenings(house: House, lives: list[Life], until: datetime) -> list[Moments]:
    """All of them; each waits for its own day."""
    found: list[Moments] = []
    for login, name, _shown in CLIENT_LOGINS:
        life = next((one for one in lives if f"portal:{login}" in one.marks), None)
        if life:
            found.append(_portal(house, life, login, name, until))
    others = [
        life
        for life in lives
        if life.client and not life.story.sealed and life.worker_login in {"yohana", "made"}
    ]
    ours = [one for one in lives if one.client and not one.story.sealed and one.worker_login == "bagus"]
    if len(others) > 1 and ours:
        found.append(_emergencies(house, others[0], ours[-1], until))
    found += _handovers(house, lives, until)
    return found


def _invited(life: Life, name: str) -> Actor:
    """The client gets a name and a code from the worker and chooses a password."""
    assert life.client is not None
    paper = invite_to_portal(life.worker, life.client.id, agreed=True, handed_over=HandedOver.values[0])
    account_id = open_portal(public_actor(), name=paper.name, code=paper.code, password=PASSWORD)
    assert account_id is not None
    name_door(life.client.id, name)
    return actor_for(account_id)


def _portal(house: House, life: Life, login: str, name: str, until: datetime) -> Moments:
    """An invitation; letters, one read and one not; a consent given and taken back; complaints."""
    yield until - timedelta(days=27, hours=4)
    client = _invited(life, name)
    yield until - timedelta(days=24, hours=3)
    letter_id = write_from_portal(
        client, life.case_id,
        words="Bu, saya sudah ke puskesmas seperti rencana kita. Antrenya lama tetapi petugasnya baik. "
        "Hasilnya saya bawa waktu Ibu datang.",
    )  # fmt: skip
    yield until - timedelta(days=23, hours=5)
    read_letter(life.worker, letter_id)
    yield until - timedelta(days=20, hours=4)
    assert life.client is not None
    consent_id = give_consent(
        life.worker, life.client.id, purpose="sharing", given_how="signed",
        items={"identity": True, "contact": True, "health": False}, recipient="Puskesmas kecamatan",
        explained="Dijelaskan bahwa data kesehatan tidak ikut dibagikan.",
    )  # fmt: skip
    yield until - timedelta(days=9, hours=2)
    withdraw_consent(client, life.client.id, consent_id=consent_id, reason="Saya mau menyampaikan sendiri.")
    if login == "klien":
        yield until - timedelta(days=6, hours=4)
        complain(
            client, life.case_id, about="waiting", wish="Saya ingin dikabari kalau jadwal berubah.",
            words="Kunjungan pernah batal tanpa kabar. Saya sudah izin tidak bekerja hari itu.",
        )  # fmt: skip
    else:
        yield from _answered_complaint(house, life, client, until)
    yield until - timedelta(hours=5)
    write_from_portal(
        client, life.case_id,
        words="Selamat pagi. Saya ingin memindahkan pertemuan minggu ini ke hari Kamis, apakah bisa?",
    )  # fmt: skip


def _answered_complaint(house: House, life: Life, client: Actor, until: datetime) -> Moments:
    yield until - timedelta(days=5, hours=3)
    reference = complain(
        client, life.case_id, about="privacy", wish="Tolong jangan dibicarakan di depan orang lain.",
        words="Waktu saya di loket, nama saya dipanggil keras dan keperluan saya disebut.",
    )  # fmt: skip
    yield until - timedelta(days=2, hours=4)
    complaint = Complaint.objects.get(reference=reference)
    answer_complaint(
        house.actors["kepala"], complaint.id,
        answer="Kami minta maaf. Sejak minggu ini loket memakai nomor antrean dan ruang bicara tertutup. "
        "Terima kasih sudah memberi tahu.",
    )  # fmt: skip


def _emergencies(house: House, other: Life, ours: Life, until: datetime) -> Moments:
    """Two emergency readings: one reviewed at the other office, one of ours that still waits."""
    yield until - timedelta(days=17, hours=1)
    assert other.client is not None and ours.client is not None
    glass_id = break_glass(
        house.actors["peksos"], other.client.id, hours=4,
        reason="Klien pingsan di loket kami; perlu tahu obat dan keluarga yang bisa dihubungi.",
    )  # fmt: skip
    yield until - timedelta(days=16, hours=2)
    review_broken_glass(
        other.supervisor, glass_id, justified=True,
        words="Sesuai: keadaan darurat, hanya berkas yang perlu, keluarga segera dikabari.",
    )  # fmt: skip
    yield until - timedelta(hours=20)
    break_glass(
        house.actors["yohana"], ours.client.id, hours=2,
        reason="Telepon malam dari tetangga: klien tidak menjawab pintu; mencari nomor keluarga terdekat.",
    )  # fmt: skip


def _handovers(house: House, lives: list[Life], until: datetime) -> list[Moments]:
    """A colleague moves to another office: some cases went over, one waits for an answer."""
    leaving = [life for life in lives if life.worker_login == "nurul" and life.goes_to == "intervention"]
    made = []
    for number, life in enumerate(leaving[:4]):
        waits = number == 0
        made.append(_handover(house, life, until - timedelta(days=1 if waits else 3 + number), waits=waits))
    return made


def _handover(house: House, life: Life, moment: datetime, *, waits: bool) -> Moments:
    taker = "peksos"
    yield moment
    handover_id = hand_over_case(
        house.actors["nurul"], life.case_id, to_staff_id=house.staff[taker].id, client_told=True,
        reason="Saya pindah tugas ke kecamatan lain awal bulan depan.",
        items=["Ringkasan kasus dan rencana yang berlaku", "Jadwal pertemuan berikut", "Nomor yang aman dihubungi"],
    )  # fmt: skip
    if not waits:
        yield moment + timedelta(hours=5)
        accept_handover(
            house.actors[taker], handover_id, words="Saya terima. Perkenalan dengan klien bersama-sama."
        )
        life.worker_login = taker
