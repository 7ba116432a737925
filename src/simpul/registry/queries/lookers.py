"""Who has looked at a person's records, and why: for the client herself and for those who accompany her."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from simpul.kernel.actor import SYSTEM_ID, Actor
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.models import CareTeam, Person
from simpul.safeguards.audit import Reading, readings_of
from simpul.safeguards.gate import ACTS, query
from simpul.safeguards.models import BrokenGlass
from simpul.workforce.queries.staff_names import StaffName, staff_names

_WORDS = {
    "registry.person_file": N_("opened the file"),
    "registry.search_persons": N_("saw the name in a search"),
    "registry.find_duplicates": N_("saw the name while registering somebody"),
    "registry.register_person": N_("registered the person"),
    "registry.correct_person": N_("corrected the data"),
    "registry.reveal_safe_address": N_("had the secret address shown"),
    "registry.break_glass": N_("used emergency access"),
    "registry.give_consent": N_("recorded a consent"),
    "registry.withdraw_consent": N_("recorded that a consent was taken back"),
    "registry.export_person_data": N_("made a copy of the data"),
    "registry.who_has_looked": N_("looked at this list"),
    "registry.merge_persons": N_("merged two files"),
    "registry.undo_merge": N_("separated merged files"),
    "registry.household_file": N_("opened the household"),
    "registry.record_contact_point": N_("recorded a contact"),
    "registry.record_address": N_("recorded an address"),
    "registry.record_identity_number": N_("recorded a card"),
    "registry.record_relationship": N_("recorded a relationship"),
    "registry.propose_merge": N_("asked whether two files are one person"),
    "registry.seal_person": N_("sealed the file"),
    "registry.unseal_person": N_("opened the sealed file to others"),
    "registry.request_erasure": N_("asked for the erasure"),
    "registry.genogram_of": N_("saw the family diagram"),
}
_BY_KIND = {
    "query": N_("read records"),
    "command": N_("recorded something"),
    "step": N_("recorded something"),
}
# Part of another act of the same moment, or of drawing a page: no news to the client.
_UNTOLD = frozenset({"registry.person_banner", "registry.consents_of", "registry.care_team"})


@dataclass(frozen=True)
class Look:
    """One time, or several on one day, that somebody dealt with the records."""

    first: datetime
    last: datetime
    times: int
    who: str
    where: str
    what: Text
    refused: bool
    reason: str
    by_client: bool


@query(on=Person, reach=policies.person_reach)
def who_has_looked(actor: Actor, person: Person, *, limit: int = 200) -> tuple[Look, ...]:
    """Latest first; the same act by the same person on one day is one line, emergencies with reason."""
    ids = [person.id, *Person.objects.filter(merged_into=person).values_list("pk", flat=True)]
    readings = sorted(
        (reading for one in ids for reading in readings_of(one, limit=min(limit, 500)) if _told(reading)),
        key=lambda reading: -reading.seq,
    )
    names = staff_names(actor, ids=[reading.actor_id for reading in readings])
    glasses = {
        glass.actor_id: str(glass.reason)
        for glass in BrokenGlass.objects.filter(subject_id__in=ids).order_by("opened_at")
    }
    return tuple(_grouped(readings, names, glasses))


def _told(reading: Reading) -> bool:
    act = ACTS.get(reading.act)
    inner = act is not None and act.kind == "step" and reading.facts.get("within")
    return reading.act not in _UNTOLD and not inner


def _what(reading: Reading) -> Text:
    act = ACTS.get(reading.act)
    return Text(_WORDS.get(reading.act) or _BY_KIND[act.kind if act else "query"])


def _grouped(
    readings: Iterable[Reading], names: dict[uuid.UUID, StaffName], glasses: dict[uuid.UUID, str]
) -> Iterable[Look]:
    days: dict[tuple[object, ...], list[Reading]] = {}
    for reading in readings:
        key = (
            reading.at.date(),
            reading.actor_id,
            _what(reading).msgid,
            reading.outcome in {"refused", "hidden"},
        )
        days.setdefault(key, []).append(reading)
    for group in days.values():
        latest = group[0]
        name = names.get(latest.actor_id)
        yield Look(
            first=group[-1].at,
            last=latest.at,
            times=len(group),
            who=name.titled if name else "Simpul" if latest.actor_id == SYSTEM_ID else "",
            where=name.office if name else "",
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
