"""Barriers of the demo: what stood between clients and help in the last two quarters, and what was tried."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from simpul.advocacy.rules.quarters import closed
from simpul.casework.models import Case
from simpul.casework.people import primary_of
from simpul.config.demo.life import Life, Moments
from simpul.config.demo.pace import Pace
from simpul.directory.models import Service
from simpul.kernel.actor import Actor
from simpul.kernel.clock import WIB, today
from simpul.referral.commands.note_barrier import BarrierGiven, note_barrier
from simpul.referral.commands.settle_barrier import settle_barrier
from simpul.workforce.acting import actor_for
from simpul.workforce.models import Staff


@dataclass(frozen=True)
class Hindrance:
    """A kind of barrier as it is often met: how often, at whose counter, what was tried."""

    kind: str
    weight: int
    term: str
    tried: str
    rule: str = ""


HINDRANCES = (
    Hindrance("document", 34, "birth-certificate", "Diantar ke loket dengan surat keterangan desa."),
    Hindrance("rule", 20, "staple-food-aid", "Ditunjukkan bunyi peraturannya kepada petugas.",
              "Hanya untuk pemegang KTP setempat"),
    Hindrance("fee", 20, "primary-care", "Dimintakan keringanan dengan surat keterangan tidak mampu."),
    Hindrance("distance", 16, "primary-care", "Dicarikan tumpangan ke tetangga dan karang taruna."),
    Hindrance("capacity", 6, "school-return", "Ditanyakan ke tempat lain yang sejenis."),
    Hindrance("rule", 7, "school-return", "Dibicarakan dengan kepala sekolah.",
              "Umur paling tinggi dua belas tahun"),
    Hindrance("rule", 6, "primary-care", "Ditunjukkan surat edaran dinas.", "Surat rujukan berlaku satu bulan saja"),
    Hindrance("hours", 5, "birth-certificate", "Dibuatkan janji pada hari lain."),
    Hindrance("attitude", 4, "school-return", "Didampingi; petugas diajak bicara baik-baik."),
    Hindrance("access", 4, "primary-care", "Diminta dilayani di lantai bawah."),
    Hindrance("unknown_right", 4, "staple-food-aid", "Haknya dijelaskan dengan lembar dari direktori."),
    Hindrance("language", 2, "primary-care", "Dicarikan juru bahasa isyarat."),
)  # fmt: skip
RESULTS = ("overcome",) * 5 + ("around",) * 3 + ("given_up",)


def hindered(life: Life) -> Moments:
    """Up to three barriers in each of the last two quarters, each tried against within days."""
    chance = random.Random(f"hindrance-{life.client_id}-{life.worker_login}")
    if life.client is None or not life.reaches("assessment"):
        return
    moments = sorted(_moments(life, chance))
    for moment in moments:
        yield moment
        worker = _worker(life)
        if worker is None:
            return
        (one,) = chance.choices(HINDRANCES, [hindrance.weight for hindrance in HINDRANCES])
        given = BarrierGiven(one.kind, happened_on=today(), rule=one.rule)
        barrier_id = note_barrier(worker, life.case_id, barrier=given, agency_id=_agency_for(one.term))
        yield moment + timedelta(days=chance.randint(1, 3), minutes=chance.randint(5, 90))
        if (worker := _worker(life)) is None:
            return
        settle_barrier(worker, barrier_id, tried=one.tried, result=chance.choice(RESULTS))


def _moments(life: Life, chance: random.Random) -> Iterator[datetime]:
    """Working moments within quarters that have ended, while the case was at work."""
    begun = life.pace.moment + timedelta(days=4)
    for quarter in closed(life.until.date(), 2):
        first = max(datetime.combine(quarter.first, time(8), WIB), begun)
        last = datetime.combine(quarter.last, time(8), WIB) - timedelta(days=4)
        if first < last:
            for _one in range(chance.randint(1, 3)):
                yield Pace(first + (last - first) * chance.random(), chance, life.until).moment


def _worker(life: Life) -> Actor | None:
    """Who answers for the case at that moment; nobody once it has ended."""
    case = Case.objects.filter(pk=life.case_id, closed_at=None).first()
    staff_id = primary_of(case) if case else None
    account_id = Staff.objects.get(pk=staff_id).account_id if staff_id else None
    return actor_for(account_id) if account_id else None


def _agency_for(term: str) -> uuid.UUID | None:
    found = Service.objects.filter(terms__code=term, agency__ended_on=None).order_by("pk").first()
    agency_id: uuid.UUID | None = found.agency_id if found else None
    return agency_id
