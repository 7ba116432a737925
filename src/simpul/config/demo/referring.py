"""Referrals of the demo, one in every state: written with the client, answered by the agency, or not yet."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from simpul.casework.commands.record_case_consent import ConsentGiven
from simpul.casework.models import Case
from simpul.casework.people import primary_of
from simpul.config.demo.life import Life, Moments
from simpul.directory.models import Service
from simpul.kernel.actor import Actor, public_actor
from simpul.kernel.clock import now, today
from simpul.referral.commands.accept_referral import accept_referral
from simpul.referral.commands.close_referral import close_referral
from simpul.referral.commands.decline_referral import decline_referral
from simpul.referral.commands.draft_referral import ReferralGiven, draft_referral
from simpul.referral.commands.note_barrier import BarrierGiven, note_barrier
from simpul.referral.commands.open_partner_door import open_partner_door
from simpul.referral.commands.recall_referral import recall_referral
from simpul.referral.commands.record_attendance import record_attendance
from simpul.referral.commands.record_referral_consent import record_referral_consent
from simpul.referral.commands.report_outcome import report_outcome
from simpul.referral.commands.schedule_referral import schedule_referral
from simpul.referral.commands.send_referral import send_referral
from simpul.referral.commands.waitlist_referral import waitlist_referral
from simpul.referral.doors import LetterKey, partner_at
from simpul.referral.models import PartnerDoor
from simpul.workforce.acting import actor_for
from simpul.workforce.models import Staff

DOOR_PASSWORD = "demo surat rujukan"  # noqa: S105 - the demo's letters are read in the demo


@dataclass(frozen=True)
class Errand:
    """What somebody is referred for: the kind of service, what is asked, what the agency must know."""

    term: str
    asked: str
    health: str
    officer: str


ERRANDS = (
    Errand("primary-care", "Pemeriksaan tekanan darah dan obat rutin selama sebulan.",
           "Sering pusing bila berdiri lama; obat terakhir habis dua minggu lalu.", "Ns. Rina, perawat"),
    Errand("birth-certificate", "Penerbitan akta kelahiran anak bungsu, tanpa biaya.",
           "Ibu sukar berjalan jauh; mohon dilayani pada kursi.", "Pak Darma, petugas loket"),
    Errand("staple-food-aid", "Paket makanan untuk tiga bulan selama ayah dirawat.",
           "Satu anak alergi telur.", "Bu Yuli, koordinator"),
    Errand("school-return", "Penerimaan kembali anak di kelas 5 dan seragam.",
           "Anak berkacamata; perlu duduk di depan.", "Bu Tanti, wakil kepala sekolah"),
)  # fmt: skip


def referrals(lives: list[Life], until: datetime) -> list[Moments]:
    """One for each way that a referral can go, over cases that are at work."""
    at_work = [
        life
        for life in lives
        if life.client
        and not life.story.sealed
        and life.goes_to in {"intervention", "review"}
        and "leaves_early" not in life.marks
    ]
    return [
        _lived(life, ways, ERRANDS[number % len(ERRANDS)], until - timedelta(hours=2 + number))
        for number, (life, ways) in enumerate(zip(at_work, WAYS, strict=False))
    ]


def _service(term: str) -> Service:
    found = Service.objects.filter(terms__code=term, agency__ended_on=None).order_by("pk").first()
    return found or Service.objects.filter(agency__ended_on=None).order_by("pk")[0]


def _lived(life: Life, ways: tuple[Callable[..., Any], ...], errand: Errand, until: datetime) -> Moments:
    """Draft at first, then one step after another; the last lies shortly before now."""
    yield until - timedelta(days=3 * len(ways) + 1)
    while not Case.objects.filter(pk=life.case_id).exists():
        if now() + timedelta(days=1) >= until:
            return
        yield now() + timedelta(days=1)
    begun = now()
    if Case.objects.get(pk=life.case_id).closed_at is not None:
        return
    tale = Tale(life.case_id, errand)
    tale.draft()
    gap = (until - begun) / max(1, len(ways))
    for number, way in enumerate(ways, 1):
        yield begun + gap * number
        way(tale)


@dataclass
class Tale:
    """One referral as it goes on."""

    case_id: uuid.UUID
    errand: Errand
    id: uuid.UUID = field(default_factory=lambda: uuid.UUID(int=0))
    key: LetterKey | None = None

    @property
    def worker(self) -> Actor:
        """Who answers for the case at that moment; cases pass from hand to hand."""
        staff_id = primary_of(Case.objects.get(pk=self.case_id))
        assert staff_id is not None
        account_id = Staff.objects.get(pk=staff_id).account_id
        assert account_id is not None
        return actor_for(account_id)

    def draft(self) -> None:
        given = ReferralGiven(
            service_id=_service(self.errand.term).id, asked=self.errand.asked, wanted=("identity", "contact", "health"),
            told={"health": self.errand.health}, caution="Mohon menelepon sebelum pukul 12.00 saja.",
        )  # fmt: skip
        self.id = draft_referral(self.worker, self.case_id, given=given)

    def send(self) -> None:
        consent = ConsentGiven(
            given_how="signed", items={"identity": True, "health": True, "contact": False},
            explained="Dibacakan apa yang dikirim, ke mana, untuk apa; dapat ditarik kapan saja.",
        )  # fmt: skip
        record_referral_consent(self.worker, self.id, consent=consent)
        self.key = send_referral(self.worker, self.id)

    def open(self) -> Actor:
        """The agency at its door; the first time with the code."""
        assert self.key is not None
        door = PartnerDoor.objects.get(referral_id=self.id)
        if not door.password:
            open_partner_door(
                public_actor(), number=self.key.number, code=self.key.code, officer=self.errand.officer,
                password=DOOR_PASSWORD,
            )  # fmt: skip
        return partner_at(PartnerDoor.objects.get(referral_id=self.id))

    def accept(self) -> None:
        accept_referral(self.open(), self.id, words="Silakan, kami siap.")

    def schedule(self) -> None:
        schedule_referral(
            self.open(),
            self.id,
            appointment_at=now() + timedelta(days=2),
            note="Loket 2, bawa kartu keluarga.",
        )

    def wait(self) -> None:
        waitlist_referral(self.open(), self.id, queue_until=today() + timedelta(days=10), queue_place=6)

    def decline(self) -> None:
        decline_referral(
            self.open(), self.id, reason="conditions", rule="Hanya untuk pemegang KTP setempat",
            words="Mungkin kecamatan dapat memberi surat keterangan.",
        )  # fmt: skip

    def attend(self) -> None:
        record_attendance(self.open(), self.id, attended=True)

    def miss(self) -> None:
        barrier = BarrierGiven("distance", tried="Mencari tumpangan ke tetangga, tidak ada yang berangkat.")
        record_attendance(
            self.worker, self.id, attended=False, barrier=barrier, words="Ongkos ojek tidak ada."
        )

    def serve(self) -> None:
        report_outcome(self.open(), self.id, outcome="served", words="Selesai, obat untuk sebulan.")

    def serve_partly(self) -> None:
        report_outcome(self.open(), self.id, outcome="partly", words="Satu berkas masih kurang.")

    def fail(self) -> None:
        report_outcome(self.open(), self.id, outcome="not_served", barrier=BarrierGiven("capacity"))

    def recall(self) -> None:
        recall_referral(self.worker, self.id, reason="other_way", words="Kakaknya sudah mengurus.")

    def close(self) -> None:
        close_referral(
            self.worker, self.id, client_view="helped", client_words="Petugasnya sabar, saya lega."
        )

    def hinder(self) -> None:
        note_barrier(
            self.worker, self.case_id, barrier=BarrierGiven("hours", words="Loket tutup lebih awal.")
        )


WAYS: tuple[tuple[Callable[[Tale], Any], ...], ...] = (
    (),
    (Tale.send,),
    (Tale.send, Tale.open),
    (Tale.send, Tale.accept),
    (Tale.send, Tale.wait),
    (Tale.send, Tale.decline),
    (Tale.send, Tale.accept, Tale.schedule),
    (Tale.send, Tale.accept, Tale.schedule, Tale.miss),
    (Tale.send, Tale.accept, Tale.schedule, Tale.attend),
    (Tale.send, Tale.accept, Tale.schedule, Tale.attend, Tale.serve),
    (Tale.send, Tale.accept, Tale.schedule, Tale.attend, Tale.serve_partly),
    (Tale.send, Tale.accept, Tale.schedule, Tale.attend, Tale.fail),
    (Tale.send, Tale.recall),
    (Tale.send, Tale.accept, Tale.schedule, Tale.attend, Tale.serve, Tale.close, Tale.hinder),
)
