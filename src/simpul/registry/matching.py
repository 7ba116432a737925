"""The registry's side of the matcher: filing keys, finding candidates by index, comparing them."""

from __future__ import annotations

import uuid
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from simpul.engines.linkage import Likeness, Matcher, PersonFacts, SimpleMatcher
from simpul.registry.choices import NumberStatus
from simpul.registry.models import (
    Alias,
    ContactPoint,
    Household,
    IdentityNumber,
    MatchKey,
    Membership,
    Person,
)
from simpul.safeguards import keys
from simpul.safeguards.prepared import ask_together

MATCHER: Matcher = SimpleMatcher()
PER_KEY = 300
COMPARED = 100
LOOKED_AT = COMPARED * 4
AT_A_LOOK = COMPARED * 5 // 4
HELD = (NumberStatus.RECORDED, NumberStatus.CONTESTED)
SLIP, KK_SLIP = "nik~", "kk~"
COMPARED_BY = (  # what of a person the comparison reads, and a row of what was found
    "full_name", "call_name", "sex", "birth_date", "birth_precision", "mother_maiden_name", "region_code",
    "office_id",
)  # fmt: skip
NO_NUMBERS: Mapping[str, str] = MappingProxyType({})
Asked = tuple[str, tuple[Any, ...]]
_KEY, _END = "?key", "?end"  # stand in a statement where keys go
_WORTH = {"f": 5, "d": 4, "v": 3, "y": 3, "c": 3, "t": 1}


def place_of(office_id: uuid.UUID | None) -> int:
    """A small number for an office; two offices may share one, the records themselves decide."""
    return zlib.crc32(office_id.bytes) % 30000 if office_id else 0


@dataclass(frozen=True)
class Sought:
    """What is known of the person who is looked for."""

    facts: PersonFacts
    number_index: dict[str, str] = field(default_factory=dict)
    kk_index: str = ""
    phone_index: str = ""
    nik_slips: frozenset[str] = frozenset()
    kk_slips: frozenset[str] = frozenset()
    without: frozenset[uuid.UUID] = frozenset()

    @property
    def complete(self) -> PersonFacts:
        """The facts with the hashed numbers in them, as stored persons carry theirs."""
        numbers = {**self.number_index, **({"kk": self.kk_index} if self.kk_index else {})}
        numbers |= {SLIP: SLIP} if self.nik_slips else {}
        numbers |= {KK_SLIP: KK_SLIP} if self.kk_slips else {}
        phones = frozenset({self.phone_index}) if self.phone_index else frozenset()
        return replace(self.facts, numbers=numbers, phones=phones)


@dataclass(frozen=True)
class Match:
    """A person on file and how like the sought one."""

    person: Person
    likeness: Likeness


def index_of(kind: str, number: str) -> str:
    """The keyed hash of a number, or nothing for none."""
    return keys.blind_index(kind, number) if number else ""


def facts_of_person(
    person: Person,
    aliases: Sequence[str] = (),
    *,
    mother: bool = True,
    numbers: Mapping[str, str] = NO_NUMBERS,
    phones: Sequence[str] = (),
) -> PersonFacts:
    """A stored person as the matcher sees one; numbers and telephones only as far as they are given."""
    return PersonFacts(
        name=person.full_name,
        call_name=person.call_name,
        aliases=tuple(aliases),
        sex=person.sex,
        birth_date=person.birth_date,
        birth_precision=person.birth_precision,
        mother=str(person.mother_maiden_name or "") if mother else "",
        numbers=numbers,
        village=person.region_code,
        phones=frozenset(phones),
    )


def keys_for(person: Person) -> list[MatchKey]:
    """The rows under which this person is filed, not saved."""
    return [MatchKey(person=person, key=key, place=place) for _id, key, place in filed_under(person)]


def filed_under(person: Person, aliases: Sequence[str] = ()) -> list[tuple[uuid.UUID, str, int]]:
    """Under which keys, and at which place, this person is filed."""
    place = place_of(person.office_id)
    found = MATCHER.keys(facts_of_person(person, aliases, mother=False))
    return [(person.id, key[:32], place) for key in sorted(found)]


def file_keys(person: Person) -> None:
    """File the person anew, after a change of name, date, village or office. Runs inside a command."""
    MatchKey.objects.filter(person=person).delete()
    if person.erased_at or person.merged_into_id:
        return
    aliases = list(Alias.objects.filter(person=person).values_list("name", flat=True))
    MatchKey.file_all(filed_under(person, aliases))


def holders_of(kind: str, number_index: str) -> QuerySet[IdentityNumber]:
    """Who has this number on file, contested or not."""
    found: QuerySet[IdentityNumber] = IdentityNumber.objects.filter(
        kind=kind, number_index=number_index, status__in=HELD
    )
    return found if number_index else found.none()


def likely(
    sought: Sought,
    persons: QuerySet[Person],
    *,
    places: Iterable[int] | None = None,
    starts: bool = False,
) -> list[Match]:
    """Persons like the sought one among ``persons``, most alike first; at most COMPARED are looked at."""
    ranked = _candidate_ids(sought, places, starts)
    chosen = _within(persons, ranked)
    facts = _facts_of(chosen, sought)
    wanted = sought.complete
    matches = [Match(person, MATCHER.compare(wanted, facts[person.id])) for person in chosen]
    return sorted(matches, key=lambda match: (-match.likeness.score, -match.likeness.name_score))


def _within(persons: QuerySet[Person], ranked: Sequence[uuid.UUID]) -> list[Person]:
    """The first COMPARED of the ranked who are among ``persons``; mostly the first look is enough."""
    chosen: list[Person] = []
    for start in range(0, len(ranked), AT_A_LOOK):
        some = ranked[start : start + AT_A_LOOK]
        found = {person.id: person for person in persons.filter(pk__in=some).only(*COMPARED_BY)}
        chosen += [found[one] for one in some if one in found]
        if len(chosen) >= COMPARED:
            break
    return chosen[:COMPARED]


def _candidate_ids(sought: Sought, places: Iterable[int] | None, starts: bool) -> list[uuid.UUID]:
    worth: Counter[uuid.UUID] = Counter()
    for kind, number_index in sought.number_index.items():
        for person_id in holders_of(kind, number_index).values_list("person_id", flat=True)[:20]:
            worth[person_id] += 100
    if sought.nik_slips:
        held = IdentityNumber.objects.filter(
            kind="nik", status__in=HELD, number_index__in=sorted(sought.nik_slips)
        )
        worth.update({one: 30 for one in held.values_list("person_id", flat=True)[:60]})
    if sought.kk_index:
        members = Membership.objects.filter(household__kk_index=sought.kk_index)
        worth.update({one: 20 for one in members.values_list("person_id", flat=True)[:60]})
        nearly = Membership.objects.filter(household__kk_index__in=sorted(sought.kk_slips))
        worth.update({one: 8 for one in nearly.values_list("person_id", flat=True)[:60]})
    if sought.phone_index:
        contacts = ContactPoint.objects.filter(value_index=sought.phone_index)
        worth.update({one: 6 for one in contacts.values_list("person_id", flat=True)[:60]})
    _count_keys(worth, sought, places, starts)
    for one in sought.without:
        worth.pop(one, None)
    return [person_id for person_id, _count in worth.most_common(LOOKED_AT)]


def _count_keys(
    worth: Counter[uuid.UUID], sought: Sought, places: Iterable[int] | None, starts: bool
) -> None:
    wanted = MATCHER.keys(sought.facts)
    words = sorted((key for key in wanted if key.startswith("t:")), key=len, reverse=True)[:6]
    begun = {key for key in words if starts and len(key) >= 5}
    # Each key has its own measure: among a million, one that thousands bear would crowd out the telling ones.
    exact = [
        (key,) for key in sorted(wanted) if not key.startswith("t:") or (key in words and key not in begun)
    ]
    begins = [(key, f"{key}zzzz") for key in sorted(begun)]
    within = None if places is None else tuple(places)
    try:
        parts = _filled(_list_of_one_key(within, connection.vendor), exact)
        parts += _filled(_list_of_one_begin(within, connection.vendor), begins)
    except EmptyResultSet:  # no place to look in
        return
    counted: Counter[Any] = Counter()
    for key, person_id in _in_one_statement(parts):
        counted[person_id] += _WORTH[key[0]]
    # Thousands may bear a key; where nothing else was found, only those who can be looked at matter further.
    for person_id, points in counted.most_common(None if worth else LOOKED_AT + len(sought.without)):
        worth[_identifier(person_id)] += points


@lru_cache(maxsize=256)
def _list_of_one_key(places: tuple[int, ...] | None, _vendor: str) -> Asked:
    """Who is filed under a key at these places; put together once for an office."""
    return _asked(_filed_at(places).filter(key=_KEY))


@lru_cache(maxsize=256)
def _list_of_one_begin(places: tuple[int, ...] | None, _vendor: str) -> Asked:
    return _asked(_filed_at(places).filter(key__gte=_KEY, key__lt=_END))


def _filed_at(places: tuple[int, ...] | None) -> QuerySet[MatchKey]:
    rows = MatchKey.objects.all()
    return rows if places is None else rows.filter(place__in=places)


def _asked(rows: QuerySet[MatchKey]) -> Asked:
    sql, bound = rows.values_list("key", "person_id")[:PER_KEY].query.sql_with_params()
    return sql, tuple(bound)


def _filled(asked: Asked, keys: Sequence[Sequence[str]]) -> list[tuple[str, list[Any]]]:
    """One short list of keys and persons for each key."""
    sql, bound = asked
    found = []
    for key in keys:
        own = dict(zip((_KEY, _END), key, strict=False))
        found.append((sql, [own.get(one, one) if isinstance(one, str) else one for one in bound]))
    return found


def _in_one_statement(lists: Sequence[tuple[str, list[Any]]]) -> list[tuple[str, Any]]:
    """Several short lists, each with its own limit, in one statement; persons as the driver names them."""
    if not lists:
        return []
    parts = [f"SELECT * FROM ({sql}) AS list_{place}" for place, (sql, _bound) in enumerate(lists)]  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [one for _sql, bound in lists for one in bound])
        found: list[tuple[str, Any]] = cursor.fetchall()
    return found


def _identifier(told: Any) -> uuid.UUID:
    return told if isinstance(told, uuid.UUID) else uuid.UUID(told)


def _facts_of(persons: Sequence[Person], sought: Sought) -> dict[uuid.UUID, PersonFacts]:
    """What the comparison needs of the candidates, in a fixed number of statements."""
    ids = [person.id for person in persons]
    aliases = _grouped((one.person_id, one.name) for one in ask_together(_aliases_of, ids=ids)["aliases"])
    numbers: dict[uuid.UUID, dict[str, str]] = {one: {} for one in ids}
    if sought.number_index:
        held = IdentityNumber.objects.filter(
            person_id__in=ids, status__in=HELD, kind__in=list(sought.number_index)
        )
        for person_id, kind, number_index in held.values_list("person_id", "kind", "number_index"):
            slip = kind == "nik" and number_index in sought.nik_slips
            numbers[person_id][SLIP if slip else kind] = SLIP if slip else number_index
    if sought.kk_index:
        cards = [sought.kk_index, *sorted(sought.kk_slips)]
        current = Membership.objects.filter(
            person_id__in=ids, until=None, household__kk_index__in=cards
        ).values_list("person_id", "household__kk_index")
        for person_id, kk_index in current:
            same = kk_index == sought.kk_index
            numbers[person_id]["kk" if same else KK_SLIP] = kk_index if same else KK_SLIP
    phones: dict[uuid.UUID, list[str]] = {}
    if sought.phone_index:
        contacts = ContactPoint.objects.filter(person_id__in=ids, value_index=sought.phone_index)
        phones = _grouped(contacts.values_list("person_id", "value_index"))
    mother = bool(sought.facts.mother)
    if mother:
        keys.keys_of(ids)
    return {
        person.id: facts_of_person(
            person,
            aliases.get(person.id, ()),
            mother=mother,
            numbers=numbers[person.id],
            phones=phones.get(person.id, ()),
        )
        for person in persons
    }


def _aliases_of(ids: Sequence[uuid.UUID]) -> dict[str, QuerySet[Any]]:
    return {"aliases": Alias.objects.filter(person_id__in=ids).only("person_id", "name")}


def _grouped(pairs: Iterable[tuple[uuid.UUID, str]]) -> dict[uuid.UUID, list[str]]:
    grouped: dict[uuid.UUID, list[str]] = {}
    for one, text in pairs:
        grouped.setdefault(one, []).append(text)
    return grouped


def kk_index_of(person_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The family card hash of each person's present household."""
    rows = Household.objects.filter(memberships__person_id__in=list(person_ids), memberships__until=None)
    return dict(rows.exclude(kk_index="").values_list("memberships__person_id", "kk_index"))
