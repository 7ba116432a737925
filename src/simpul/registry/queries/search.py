"""Looking for a person before making a file: thin rows, why they are alike, never a sealed person."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from simpul.engines.linkage import LikenessLevel, PersonFacts, shadow_of
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.text import Text
from simpul.reference.queries.regions import region_labels
from simpul.registry import policies
from simpul.registry.cards import Card
from simpul.registry.matching import Match, Sought, index_of, likely, place_of
from simpul.registry.models import Person
from simpul.registry.rules.birth_dates import UnreadableBirth, read_birth
from simpul.registry.rules.identity_numbers import digits_of, one_slip_off
from simpul.registry.rules.telephones import UnreadableTelephone, normal_telephone
from simpul.safeguards import keys
from simpul.safeguards.gate import note_in_audit, query

SHOWN = 20


@dataclass(frozen=True)
class CandidateRow:
    """Somebody on file, thinly: enough to recognise, not enough to know more."""

    person_id: uuid.UUID
    name: str
    call_name: str
    birth_year: int | None
    village: str
    office_id: uuid.UUID | None
    may_open: bool
    near: bool
    score: int
    level: str
    twins: bool
    same_number: bool
    agreements: tuple[Text, ...]
    contradictions: tuple[Text, ...]

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id,)


@dataclass(frozen=True)
class Candidates:
    """The likely doubles of a person who is being registered. ``token`` says that they were shown."""

    rows: tuple[CandidateRow, ...]
    token: str

    @property
    def strong(self) -> bool:
        return any(row.level == LikenessLevel.STRONG or row.same_number for row in self.rows)

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return tuple(row.person_id for row in self.rows)


def _birth(text: str, birth_date: date | None, precision: str) -> tuple[date | None, str]:
    if birth_date or not text.strip():
        return birth_date, precision
    try:
        read = read_birth(text, today=today())
    except UnreadableBirth:
        return None, precision
    return read.day, read.precision.value


def _telephone(text: str) -> str:
    try:
        return normal_telephone(text) if text.strip() else ""
    except UnreadableTelephone:
        return ""


def _sought(
    *,
    name: str = "",
    call_name: str = "",
    aliases: tuple[str, ...] = (),
    sex: str = "",
    birth: str = "",
    birth_date: date | None = None,
    birth_precision: str = "day",
    mother: str = "",
    village: str = "",
    nik: str = "",
    kk: str = "",
    phone: str = "",
) -> Sought:
    day, precision = _birth(birth, birth_date, birth_precision)
    facts = PersonFacts(
        name=name[:200],
        call_name=call_name[:100],
        aliases=tuple(alias[:100] for alias in aliases[:5]),
        sex=sex,
        birth_date=day,
        birth_precision=precision,
        mother=mother[:200],
        village=village,
    )
    nik_index = Card("nik", nik).index if len(digits_of(nik)) == 16 else ""
    kk_digits = digits_of(kk)
    kk_index = index_of("kk", kk_digits) if len(kk_digits) == 16 else ""
    return Sought(
        facts,
        number_index={"nik": nik_index} if nik_index else {},
        nik_slips=frozenset(index_of("nik", slip) for slip in one_slip_off(digits_of(nik)) if nik_index),
        kk_index=kk_index,
        kk_slips=frozenset(index_of("kk", slip) for slip in one_slip_off(kk_digits) if kk_index),
        phone_index=index_of("phone", _telephone(phone)),
    )


def _matches(
    actor: Actor, act: str, persons: QuerySet[Person], sought: Sought, *, starts: bool
) -> tuple[list[Match], set[uuid.UUID]]:
    """Those nearby by any likeness, those elsewhere only when the evidence is strong; and who is nearby."""
    area = any(grant.area for grant in actor.grants)
    places = None if area else [place_of(office) for office in policies.nearby_offices(actor, act)]
    near = likely(sought, persons.filter(policies.nearby(actor, act)), places=places, starts=starts)
    known = {match.person.id for match in near}
    if not _could_be_strong(sought):
        return near, known
    far = [
        match
        for match in likely(sought, persons.exclude(pk__in=known))
        if match.likeness.level is LikenessLevel.STRONG or match.likeness.same_number
    ]
    return [*near, *far], known


def _could_be_strong(sought: Sought) -> bool:
    """Whether what was typed can amount to strong evidence at all; a name and a date alone cannot."""
    if sought.number_index or sought.kk_index or sought.phone_index:
        return True
    facts = sought.facts
    return bool(facts.name and facts.birth_date and (facts.mother or facts.village))


def _rows(
    actor: Actor, matches: Sequence[Match], near_act: str, near_ids: set[uuid.UUID]
) -> tuple[CandidateRow, ...]:
    """``near_ids`` are known to be nearby; the others are asked about."""
    ids = [match.person.id for match in matches]
    open_to = set(
        Person.objects.filter(policies.person_reach(actor, "registry.person_file"), pk__in=ids).values_list(
            "pk", flat=True
        )
    )
    if unsure := [one for one in ids if one not in near_ids]:
        nearby = Person.objects.filter(policies.nearby(actor, near_act), pk__in=unsure)
        near_ids = near_ids | set(nearby.values_list("pk", flat=True))
    codes = frozenset(match.person.region_code for match in matches if match.person.region_code)
    places = region_labels(actor, codes=codes) if codes else {}
    return tuple(
        CandidateRow(
            person_id=person.id,
            name=person.full_name,
            call_name=person.call_name,
            birth_year=person.birth_date.year if person.birth_date else None,
            village=places[person.region_code].label if person.region_code in places else person.region_code,
            office_id=person.office_id,
            may_open=person.id in open_to,
            near=person.id in near_ids,
            score=match.likeness.score,
            level=match.likeness.level.value,
            twins=match.likeness.twins,
            same_number=match.likeness.same_number,
            agreements=match.likeness.agreements,
            contradictions=match.likeness.contradictions,
        )
        for match in matches
        for person in [match.person]
    )


@query(over=Person, reach=policies.thin_reach)
def search_persons(
    actor: Actor,
    persons: QuerySet[Person],
    *,
    name: str = "",
    nik: str = "",
    kk: str = "",
    birth: str = "",
    village: str = "",
    sex: str = "",
    phone: str = "",
) -> tuple[CandidateRow, ...]:
    """Search by name or nickname, NIK, KK, birth date or year, village; tolerant of spelling and titles."""
    sought = _sought(name=name, nik=nik, kk=kk, birth=birth, village=village, sex=sex, phone=phone)
    sought = replace(sought, facts=replace(sought.facts, call_name=name[:100]))
    by_number = sought.number_index or sought.kk_index or sought.phone_index
    if not (shadow_of(name).tokens or by_number or sought.facts.birth_date):
        return ()
    matches, near = _matches(actor, "registry.search_persons", persons, sought, starts=True)
    begun = name.casefold().split()
    kept = [match for match in matches if _worth_showing(match, sought, begun)][:SHOWN]
    note_in_audit(
        found=len(kept), fields=_fields_used(name=name, nik=nik, kk=kk, birth=birth, village=village)
    )
    return _rows(actor, kept, "registry.search_persons", near)


def _fields_used(**fields: str) -> list[str]:
    return sorted(name for name, text in fields.items() if text)


def _worth_showing(match: Match, sought: Sought, begun: list[str]) -> bool:
    likeness = match.likeness
    if likeness.same_number or not sought.facts.name:
        return likeness.score > 0
    words = [*match.person.full_name.casefold().split(), *match.person.call_name.casefold().split()]
    typed = bool(begun) and all(any(word.startswith(part) for word in words) for part in begun)
    return typed or likeness.name_score >= 0.55


@query(over=Person, reach=policies.thin_reach)
def find_duplicates(
    actor: Actor,
    persons: QuerySet[Person],
    *,
    full_name: str = "",
    call_name: str = "",
    aliases: tuple[str, ...] = (),
    sex: str = "",
    birth: str = "",
    birth_date: date | None = None,
    birth_precision: str = "day",
    mother_maiden_name: str = "",
    region_code: str = "",
    nik: str = "",
    kk: str = "",
    phone: str = "",
    without: tuple[uuid.UUID, ...] = (),
) -> Candidates:
    """While a person is being registered: who on file may be the same, and why they look alike."""
    sought = _sought(
        name=full_name,
        call_name=call_name,
        aliases=aliases,
        sex=sex,
        birth=birth,
        birth_date=birth_date,
        birth_precision=birth_precision,
        mother=mother_maiden_name,
        village=region_code,
        nik=nik,
        kk=kk,
        phone=phone,
    )
    sought = replace(sought, without=frozenset(without))
    if not shadow_of(full_name).tokens and not sought.number_index:
        return Candidates((), _token(actor, ()))
    matches, near = _matches(actor, "registry.find_duplicates", persons, sought, starts=False)
    telling = {LikenessLevel.STRONG, LikenessLevel.POSSIBLE}
    kept = [match for match in matches if match.likeness.level in telling or match.likeness.same_number][
        :SHOWN
    ]
    strong = tuple(
        match.person.id
        for match in kept
        if match.likeness.level is LikenessLevel.STRONG or match.likeness.same_number
    )
    note_in_audit(found=len(kept))
    return Candidates(_rows(actor, kept, "registry.find_duplicates", near), _token(actor, strong))


def _token(actor: Actor, strong: Sequence[uuid.UUID]) -> str:
    """Proof that exactly these strong candidates were shown to this actor."""
    shown = ",".join(sorted(str(one) for one in strong))
    return keys.blind_index("candidates", f"{actor.id}:{shown}")[:32] if strong else ""
