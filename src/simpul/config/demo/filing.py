"""Files the made-up households in the registry, many at a time. Every person carries the demo's mark."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from simpul.config.demo.population import Household as MadeUp
from simpul.config.demo.population import Member
from simpul.kernel.actor import SYSTEM_ID
from simpul.registry.choices import NumberStatus, ProposalOrigin
from simpul.registry.doors import index_of_name
from simpul.registry.matching import index_of, keys_for
from simpul.registry.models import (
    Address,
    ContactPoint,
    Household,
    IdentityNumber,
    MatchKey,
    Membership,
    MergeProposal,
    Person,
    PortalDoor,
    Relationship,
)
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.keys import make_keys

MARK = uuid.uuid5(uuid.NAMESPACE_URL, "simpul:demo:synthetic-people")
AT_ONCE = 500

_RELATION = {"head": "1", "husband": "2", "wife": "3", "child": "4", "grandchild": "6", "parent": "7"}
_ABSENT = {"none_yet": "not_yet", "unknown": "unknown", "lost": "unknown"}
_DOMAIN = {"communicating": "speaking"}


@dataclass(frozen=True)
class Resident:
    """A made-up person and the file made for her."""

    member: Member
    person: Person
    household: MadeUp

    @property
    def id(self) -> uuid.UUID:
        return self.person.id


@dataclass
class _Pile:
    """Records that wait to be written together."""

    persons: list[Person] = field(default_factory=list)
    households: list[Household] = field(default_factory=list)
    rest: dict[type[Any], list[Any]] = field(default_factory=dict)

    def add(self, record: Any) -> None:
        self.rest.setdefault(type(record), []).append(record)

    def write(self) -> None:
        make_keys([one.id for one in (*self.persons, *self.households)])
        Person.objects.bulk_create(self.persons, batch_size=500)
        Household.objects.bulk_create(self.households, batch_size=500)
        for model in (
            Membership,
            IdentityNumber,
            Address,
            ContactPoint,
            Relationship,
            MatchKey,
            MergeProposal,
        ):
            model.objects.bulk_create(self.rest.get(model, []), batch_size=900)


def file_households(
    made: Iterable[MadeUp], office_of: dict[str, tuple[uuid.UUID, uuid.UUID]], keep: int
) -> list[Resident]:
    """Write them all; the residents of the first ``keep`` households are handed back for the stories."""
    residents: list[Resident] = []
    seen: dict[str, Person] = {}
    stream = iter(made)
    with writing_as("registry"):
        for chunk in _chunks(stream):
            pile = _Pile()
            for household in chunk:
                residents += _file(pile, household, office_of, seen) if household.number <= keep else []
                if household.number > keep:
                    _file(pile, household, office_of, seen)
            pile.write()
    return residents


def filed_before(made: Iterable[MadeUp], keep: int) -> list[Resident]:
    """The same residents as when they were filed, in the same order."""
    known = list(islice(made, keep))
    files = Person.objects.filter(import_batch_id=MARK).in_bulk()
    return [
        Resident(member, files[id_of(home, seat)], home)
        for home in known
        for seat, member in enumerate(home.members)
    ]


def _chunks(stream: Iterator[MadeUp]) -> Iterator[list[MadeUp]]:
    while chunk := list(islice(stream, AT_ONCE)):
        yield chunk


def _file(
    pile: _Pile, made: MadeUp, office_of: dict[str, tuple[uuid.UUID, uuid.UUID]], seen: dict[str, Person]
) -> list[Resident]:
    place = office_of[made.village_code[:8]]
    street = ", ".join(part for part in (made.street, made.hamlet) if part)
    home = Household(
        kk_number=made.kk, kk_index=index_of("kk", made.kk), region_code=made.village_code, rt=made.rt,
        rw=made.rw, street=street, office_id=place[0], unit_id=place[1], import_batch_id=MARK,
        created_by=SYSTEM_ID,
    )  # fmt: skip
    pile.households.append(home)
    filed = []
    for seat, member in enumerate(made.members):
        person = _person(member, made, place, seat)
        pile.persons.append(person)
        pile.add(
            Membership(
                person=person, household=home, relation=_RELATION.get(member.relation, "9"),
                recorded_by=SYSTEM_ID,
            )
        )  # fmt: skip
        pile.add(
            Address(
                person=person, kind="domicile", region_code=made.village_code, rt=made.rt, rw=made.rw,
                street=street, recorded_by=SYSTEM_ID,
            )
        )  # fmt: skip
        _number(pile, member, person, seen)
        for key in keys_for(person):
            pile.add(key)
        filed.append(Resident(member, person, made))
    _phone(pile, filed)
    _ties(pile, filed)
    return filed


def id_of(made: MadeUp, seat: int) -> uuid.UUID:
    """The same made-up person has the same id in every demo, so that seeding can go on where it stopped."""
    return uuid.uuid5(MARK, f"{made.kk}-{made.number}-{seat}")


def _person(member: Member, made: MadeUp, place: tuple[uuid.UUID, uuid.UUID], seat: int) -> Person:
    levels: Any = {
        _DOMAIN.get(one.domain, one.domain): str(one.level) for one in member.difficulties
    }  # fmt: skip
    return Person(
        id=id_of(made, seat), full_name=member.full_name, call_name=member.call_name, title_front=member.front_title,
        title_back=member.back_title, sex=member.sex, birth_date=member.birth_date,
        birth_precision="year" if member.birth_year_only else "day", birthplace=member.birth_place,
        mother_maiden_name=member.mother_name, functional_difficulties=levels or None, languages="id",
        region_code=made.village_code, office_id=place[0], unit_id=place[1], import_batch_id=MARK,
        created_by=SYSTEM_ID,
    )  # fmt: skip


def _number(pile: _Pile, member: Member, person: Person, seen: dict[str, Person]) -> None:
    """The NIK, or why there is none; the same number a second time waits for review, as in real life."""
    if not member.nik:
        pile.add(
            IdentityNumber(
                person=person, kind="nik", status=NumberStatus.ABSENT, recorded_by=SYSTEM_ID,
                absent_reason=_ABSENT.get(member.nik_absent, "unknown"),
            )
        )  # fmt: skip
        return
    other = seen.setdefault(member.nik, person)
    first = other is person
    pile.add(
        IdentityNumber(
            person=person, kind="nik", number=member.nik, number_index=index_of("nik", member.nik),
            status=NumberStatus.RECORDED if first else NumberStatus.CONTESTED, checked="seen",
            recorded_by=SYSTEM_ID,
        )
    )  # fmt: skip
    if not first:
        pile.add(
            MergeProposal(
                kept=other, folded=person, origin=ProposalOrigin.SAME_NUMBER, score=100,
                proposed_by=SYSTEM_ID,
            )
        )  # fmt: skip


def _phone(pile: _Pile, filed: Sequence[Resident]) -> None:
    """One number a household, of a range that no network uses."""
    holder = filed[0]
    if holder.household.number % 5 == 0:
        return
    number = f"0800{900_000_000 + holder.household.number}"
    pile.add(
        ContactPoint(
            person=holder.person, kind="whatsapp" if holder.household.number % 3 else "phone", value=number,
            value_index=index_of("phone", number), safe_to_call="safe", safe_to_text="safe",
            hours="08.00-17.00", preferred=True, recorded_by=SYSTEM_ID,
        )
    )  # fmt: skip


def _ties(pile: _Pile, filed: Sequence[Resident]) -> None:
    """Marriage of head and wife; parents of the children who carry their names."""
    head = filed[0]
    wife = next((one for one in filed if one.member.relation == "wife"), None)
    if wife:
        pile.add(Relationship(person=head.person, other=wife.person, kind="married", recorded_by=SYSTEM_ID))
    for child in filed:
        if child.member.relation == "child":
            for parent in filter(None, (head, wife)):
                named = child.member.mother_name if parent.member.sex == "f" else child.member.father_name
                if named == parent.member.full_name:
                    pile.add(_tie(parent, "parent", child))
        elif (
            child.member.relation == "grandchild" and head.member.sex == "f"
        ) or child.member.relation == "parent":
            pile.add(_tie(head, "carer", child))


def _tie(one: Resident, kind: str, other: Resident) -> Relationship:
    return Relationship(person=one.person, other=other.person, kind=kind, recorded_by=SYSTEM_ID)


def name_door(person_id: uuid.UUID, name: str) -> None:
    """Give a client's door to the portal the known name that the demo prints."""
    with writing_as("registry"):
        PortalDoor.objects.filter(person_id=person_id).update(name_index=index_of_name(name))
