"""Who has looked at a person's records, and why: for the client herself and for those who accompany her."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from simpul.kernel.actor import SYSTEM_ID, Actor, ActorKind
from simpul.kernel.clock import WIB, today
from simpul.kernel.text import Text
from simpul.registry import policies
from simpul.registry.models import CareTeam, Person
from simpul.registry.outsiders import Outsider, outsiders
from simpul.registry.rules.looking_words import ATTEMPTS, QUIET
from simpul.safeguards.audit import Reading, readings_of
from simpul.safeguards.gate import ACTS, query
from simpul.safeguards.models import BrokenGlass
from simpul.safeguards.words import words_for
from simpul.workforce.acting import grants_in_force
from simpul.workforce.queries.staff_names import StaffName, staff_names

MOST = 2000


@dataclass(frozen=True)
class Look:
    """One time, or several on one day, that somebody dealt with the records."""

    first: datetime
    last: datetime
    times: int
    who: str
    where: str
    roles: tuple[str, ...]
    what: Text
    refused: bool
    reason: str
    by_client: bool


@query(on=Person, reach=policies.person_reach)
def who_has_looked(actor: Actor, person: Person, *, limit: int = 200) -> tuple[Look, ...]:
    """Latest first; the same act by the same person on one day is one line, emergencies with reason."""
    ids = [person.id, *Person.objects.filter(merged_into=person).values_list("pk", flat=True)]
    readings = sorted(
        (reading for one in ids for reading in readings_of(one, limit=min(limit, MOST)) if _told(reading)),
        key=lambda reading: -reading.seq,
    )
    names = staff_names(actor, ids=[reading.actor_id for reading in readings])
    glasses = {
        glass.actor_id: str(glass.reason)
        for glass in BrokenGlass.objects.filter(subject_id__in=ids).order_by("opened_at")
    }
    strangers = outsiders({one.actor_id for one in readings if one.actor_kind == ActorKind.PARTNER})
    return tuple(_grouped(readings, names, glasses, _roles(names), strangers))


def _roles(names: dict[uuid.UUID, StaffName]) -> dict[uuid.UUID, tuple[str, ...]]:
    """The roles that these members of staff hold today."""
    found: dict[uuid.UUID, tuple[str, ...]] = {}
    staff = {name.staff_id for name in names.values()}
    for staff_id, role in (
        grants_in_force(today()).filter(staff_id__in=staff).order_by("role").values_list("staff_id", "role")
    ):
        found[staff_id] = tuple(dict.fromkeys((*found.get(staff_id, ()), role)))
    return found


def _told(reading: Reading) -> bool:
    """A step is part of the act that called it and told there; everything else counts."""
    act = ACTS.get(reading.act)
    return not (act is not None and act.kind == "step" and reading.facts.get("within"))


def _what(reading: Reading) -> Text:
    attempt = ATTEMPTS.get((reading.act, bool(reading.facts.get("entered"))))
    return Text(attempt or words_for(reading.act, reading.outcome))


def _day_of(reading: Reading) -> tuple[object, ...]:
    return (reading.at.astimezone(WIB).date(), reading.actor_id)


def _grouped(
    readings: Iterable[Reading],
    names: dict[uuid.UUID, StaffName],
    glasses: dict[uuid.UUID, str],
    roles: dict[uuid.UUID, tuple[str, ...]],
    strangers: dict[uuid.UUID, Outsider],
) -> Iterable[Look]:
    readings = list(readings)
    loud = {_day_of(reading) for reading in readings if reading.act not in QUIET}
    days: dict[tuple[object, ...], list[Reading]] = {}
    for reading in readings:
        if reading.act in QUIET and _day_of(reading) in loud:
            continue
        refused = reading.outcome in {"refused", "hidden"}
        days.setdefault((*_day_of(reading), _what(reading).msgid, refused), []).append(reading)
    for group in days.values():
        latest = group[0]
        name = names.get(latest.actor_id)
        house = Outsider("Simpul" if latest.actor_id == SYSTEM_ID else "")
        stranger = strangers.get(latest.actor_id, house)
        yield Look(
            first=group[-1].at,
            last=latest.at,
            times=len(group),
            who=name.titled if name else stranger.who,
            where=name.office if name else stranger.where,
            roles=roles.get(name.staff_id, ()) if name else (),
            what=_what(latest),
            refused=latest.outcome in {"refused", "hidden"},
            reason=glasses.get(latest.actor_id, "") if latest.act == "registry.break_glass" else "",
            by_client=latest.actor_kind == "client",
        )


@dataclass(frozen=True)
class TeamRow:
    """One who accompanies the person."""

    staff_id: uuid.UUID
    name: str
    office: str
    role: str
    joined_at: datetime


@query(on=Person, reach=policies.person_reach)
def care_team(actor: Actor, person: Person) -> tuple[TeamRow, ...]:
    """Who accompanies this person now."""
    rows = list(CareTeam.objects.filter(person=person, left_at=None).order_by("joined_at"))
    names = staff_names(actor, ids=[row.staff_id for row in rows])
    return tuple(
        TeamRow(
            row.staff_id,
            names[row.staff_id].titled if row.staff_id in names else "",
            names[row.staff_id].office if row.staff_id in names else "",
            row.role,
            row.joined_at,
        )
        for row in rows
    )


@dataclass(frozen=True)
class Emergency:
    """One time that somebody read the file past the ordinary rules, and what became of it."""

    who: str
    where: str
    reason: str
    opened_at: datetime
    ends_at: datetime
    review_due: datetime
    reviewed_at: datetime | None
    justified: bool | None
    review_words: str


@query(on=Person, reach=policies.person_reach)
def emergencies_of(actor: Actor, person: Person) -> tuple[Emergency, ...]:
    """Every emergency reading, latest first, with reason and the result of its review."""
    ids = [person.id, *Person.objects.filter(merged_into=person).values_list("pk", flat=True)]
    glasses = list(BrokenGlass.objects.filter(subject_id__in=ids).order_by("-opened_at"))
    names = staff_names(actor, ids=[glass.actor_id for glass in glasses])
    return tuple(
        Emergency(
            names[glass.actor_id].titled if glass.actor_id in names else "",
            names[glass.actor_id].office if glass.actor_id in names else "",
            glass.reason,
            glass.opened_at,
            glass.ends_at,
            glass.review_due,
            glass.reviewed_at,
            glass.justified,
            glass.review_words,
        )
        for glass in glasses
    )
