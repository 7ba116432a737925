"""A person's file as those who may open it see it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.text import Text
from simpul.reference.queries.regions import region_labels
from simpul.registry import policies
from simpul.registry.browsing import brake
from simpul.registry.cards import Card, number_faults
from simpul.registry.choices import NumberStatus
from simpul.registry.matching import holders_of
from simpul.registry.models import (
    Address,
    Alias,
    ContactPoint,
    ErasureRequest,
    IdentityNumber,
    Membership,
    MergeProposal,
    Person,
    Relationship,
)
from simpul.registry.rules.birth_dates import age_on
from simpul.registry.rules.identity_numbers import masked
from simpul.safeguards.gate import query
from simpul.safeguards.models import LegalHold
from simpul.safeguards.prepared import ask_together

SAFE = ("safe", "safe")


@dataclass(frozen=True)
class NumberRow:
    """One card: masked number or the reason for its absence, and what is odd about it."""

    id: uuid.UUID
    kind: str
    kind_label: str
    shown: str
    status: str
    status_label: str
    checked_label: str
    absent_label: str
    warnings: tuple[Text, ...]


@dataclass(frozen=True)
class ContactRow:
    """One way of reaching the person, with whether it is safe."""

    id: uuid.UUID
    kind_label: str
    value: str
    safe_to_call: str
    safe_to_text: str
    safe_to_call_label: str
    safe_to_text_label: str
    hours: str
    who_may_answer: str
    preferred: bool


@dataclass(frozen=True)
class AddressRow:
    """One address; a safe place shows nothing here but that it exists."""

    id: uuid.UUID
    kind: str
    kind_label: str
    street: str
    rt: str
    rw: str
    place: str
    postcode: str
    secret: bool


@dataclass(frozen=True)
class TieRow:
    """One relationship from this person's side."""

    id: uuid.UUID
    kind: str
    kind_label: str
    outward: bool
    other_id: uuid.UUID
    other_name: str
    may_open: bool
    since: date | None
    until: date | None
    remark: str


@dataclass(frozen=True)
class HouseholdRow:
    """One membership, present or past."""

    household_id: uuid.UUID
    relation_label: str
    since: date | None
    until: date | None
    reason_label: str


@dataclass(frozen=True)
class Banner:
    """Who this is, at the top of every page about the person."""

    person_id: uuid.UUID
    name: str
    full_name: str
    call_name: str
    sex: str
    sex_label: str
    birth_date: date | None
    birth_precision: str
    age: int | None
    place: str
    nik: str
    identity_unknown: str
    description: str
    sealed: bool
    deceased_on: date | None
    contact_unsafe: bool
    merged_into: uuid.UUID | None
    erased: bool
    file_ids: tuple[uuid.UUID, ...]

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return self.file_ids


@dataclass(frozen=True)
class PersonFile:
    """Everything about a person that is not a case."""

    banner: Banner
    title_front: str
    title_back: str
    aliases: tuple[str, ...]
    birthplace: str
    mother_maiden_name: str
    languages: str
    difficulties: dict[str, str]
    identity_unknown: str
    region_code: str
    numbers: tuple[NumberRow, ...]
    contacts: tuple[ContactRow, ...]
    addresses: tuple[AddressRow, ...]
    ties: tuple[TieRow, ...]
    households: tuple[HouseholdRow, ...]
    office_id: uuid.UUID | None
    unit_id: uuid.UUID | None
    created_at: datetime
    created_by: uuid.UUID
    version: int
    open_questions: int
    held: bool
    erasure_asked_by: uuid.UUID | None

    @property
    def household_id(self) -> uuid.UUID | None:
        return next((row.household_id for row in self.households if row.until is None), None)


def _held(person: uuid.UUID, whole: bool) -> dict[str, QuerySet[Any]]:
    """The records that belong to this person alone; not ``whole``: for the banner."""
    sets: dict[str, QuerySet[Any]] = {
        "folded": Person.objects.filter(merged_into=person).only("id"),
        "numbers": IdentityNumber.objects.filter(person=person).exclude(status=NumberStatus.ENDED),
        "contacts": ContactPoint.objects.filter(person=person, ended_at=None),
    }
    if whole:
        sets["aliases"] = Alias.objects.filter(person=person)
        sets["addresses"] = Address.objects.filter(person=person, until=None)
        sets["households"] = Membership.objects.filter(person=person)
        sets["holds"] = LegalHold.objects.filter(subject_id=person, lifted_at=None)
        sets["erasures"] = ErasureRequest.objects.filter(person=person, confirmed_at=None, dropped_at=None)
        sets["ties"] = Relationship.objects.filter(Q(person=person) | Q(other=person)).only("id")
        asked = Q(kept=person) | Q(folded=person)
        sets["questions"] = MergeProposal.objects.filter(asked, status="waiting").only("id")
    return sets


def _banner(actor: Actor, person: Person, held: Mapping[str, list[Any]]) -> Banner:
    niks = sorted((one for one in held["numbers"] if one.kind == "nik"), key=lambda one: one.id)
    nik = niks[0] if niks else None
    places = region_labels(actor, codes=frozenset({person.region_code})) if person.region_code else {}
    return Banner(
        person_id=person.id,
        name=person.display_name,
        full_name=person.full_name,
        call_name=person.call_name,
        sex=person.sex,
        sex_label=str(person.get_sex_display()),
        birth_date=person.birth_date,
        birth_precision=person.birth_precision,
        age=age_on(person.deceased_on or today(), person.birth_date) if person.birth_date else None,
        place=places[person.region_code].label if person.region_code in places else person.region_code,
        nik=masked(str(nik.number)) if nik and nik.number_index else "",
        identity_unknown=str(person.get_identity_unknown_display()) if person.identity_unknown else "",
        description=str(person.identity_description or "") if not person.full_name else "",
        sealed=person.sealed,
        deceased_on=person.deceased_on,
        contact_unsafe=any((one.safe_to_call, one.safe_to_text) != SAFE for one in held["contacts"]),
        merged_into=person.merged_into_id,
        erased=person.erased_at is not None,
        file_ids=(person.id, *(one.id for one in held["folded"])),
    )


@query(on=Person, reach=policies.person_reach)
def person_banner(actor: Actor, person: Person) -> Banner:
    """Who this is, for the top of a page about the person."""
    return _banner(actor, person, ask_together(_held, person=person.pk, whole=False))


@query(on=Person, reach=policies.person_reach)
def person_file(actor: Actor, person: Person) -> PersonFile:
    """The whole file but for cases. Opening many outside one's caseload is braked."""
    brake(actor, person)
    held = ask_together(_held, person=person.pk, whole=True)
    erasures = sorted(held["erasures"], key=lambda one: one.id)
    return PersonFile(
        banner=_banner(actor, person, held),
        title_front=person.title_front,
        title_back=person.title_back,
        aliases=tuple(sorted(one.name for one in held["aliases"])),
        birthplace=person.birthplace,
        mother_maiden_name=str(person.mother_maiden_name or ""),
        languages=person.languages,
        difficulties=dict(person.functional_difficulties or {}),
        identity_unknown=person.identity_unknown,
        region_code=person.region_code,
        numbers=_numbers(actor, person, held["numbers"]),
        contacts=_contacts(held["contacts"]),
        addresses=_addresses(actor, held["addresses"]),
        ties=_ties(actor, person) if held["ties"] else (),
        households=_households(held["households"]),
        office_id=person.office_id,
        unit_id=person.unit_id,
        created_at=person.created_at,
        created_by=person.created_by,
        version=person.version,
        open_questions=_reached_questions(actor, held["questions"]) if held["questions"] else 0,
        held=bool(held["holds"]),
        erasure_asked_by=erasures[0].requested_by if erasures else None,
    )


def _reached_questions(actor: Actor, questions: list[MergeProposal]) -> int:
    reached = MergeProposal.objects.filter(policies.proposal_reach(actor, "registry.merge_questions"))
    return reached.filter(pk__in=[one.id for one in questions]).count()


def _numbers(actor: Actor, person: Person, numbers: list[IdentityNumber]) -> tuple[NumberRow, ...]:
    rows = []
    for number in numbers:
        clear = str(number.number or "")
        status = number.status
        if status == NumberStatus.CONTESTED and not _contest_may_be_seen(actor, number):
            status = NumberStatus.RECORDED
        card = Card(number.kind, clear, document=str(number.override_document or ""))
        faults = number_faults(card, person, actor) if number.number_index else ()
        rows.append(
            NumberRow(
                id=number.id,
                kind=number.kind,
                kind_label=str(number.get_kind_display()),
                shown=masked(clear) if number.number_index else "",
                status=status,
                status_label=str(NumberStatus(status).label),
                checked_label=str(number.get_checked_display()) if number.number_index else "",
                absent_label=str(number.get_absent_reason_display()) if number.absent_reason else "",
                warnings=tuple(fault.text for fault in faults),
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.kind != "nik", row.kind)))


def _contest_may_be_seen(actor: Actor, number: IdentityNumber) -> bool:
    """Whether the other holder may be known to this actor; a sealed one must not be betrayed."""
    others = holders_of(number.kind, number.number_index).exclude(person=number.person_id)
    visible = Person.objects.filter(policies.thin_reach(actor, "registry.search_persons"))
    return others.filter(person__in=visible).exists()


def _contacts(contacts: list[ContactPoint]) -> tuple[ContactRow, ...]:
    standing = sorted(contacts, key=lambda contact: (not contact.preferred, contact.recorded_at))
    return tuple(
        ContactRow(
            id=contact.id,
            kind_label=str(contact.get_kind_display()),
            value=str(contact.value),
            safe_to_call=contact.safe_to_call,
            safe_to_text=contact.safe_to_text,
            safe_to_call_label=str(contact.get_safe_to_call_display()),
            safe_to_text_label=str(contact.get_safe_to_text_display()),
            hours=contact.hours,
            who_may_answer=str(contact.who_may_answer or ""),
            preferred=contact.preferred,
        )
        for contact in standing
    )


def _addresses(actor: Actor, addresses: list[Address]) -> tuple[AddressRow, ...]:
    rows = sorted(addresses, key=lambda row: row.kind)
    codes = frozenset(row.region_code for row in rows if row.region_code)
    places = region_labels(actor, codes=codes) if codes else {}
    return tuple(
        AddressRow(
            id=row.id,
            kind=row.kind,
            kind_label=str(row.get_kind_display()),
            street="" if row.kind == "safe" else str(row.street or ""),
            rt=row.rt,
            rw=row.rw,
            place=places[row.region_code].label if row.region_code in places else row.region_code,
            postcode=row.postcode,
            secret=row.kind == "safe",
        )
        for row in rows
    )


def _ties(actor: Actor, person: Person) -> tuple[TieRow, ...]:
    """Ties to persons whom the actor may know of. What was remarked may have been written in the other's file
    ("he hits her"): it is for whoever reaches both, and for its author.
    """
    rows = Relationship.objects.filter(person=person) | Relationship.objects.filter(other=person)
    ties = list(rows.select_related("person", "other").order_by("until", "kind", "recorded_at"))
    others = {tie.other_id if tie.person_id == person.id else tie.person_id for tie in ties}
    reached = set(
        Person.objects.filter(
            policies.person_reach(actor, "registry.person_file"), pk__in=others
        ).values_list("pk", flat=True)
    )
    visible = reached | set(
        Person.objects.filter(policies.thin_reach(actor, "registry.person_file"), pk__in=others).values_list(
            "pk", flat=True
        )
    )
    found = []
    for tie in ties:
        outward = tie.person_id == person.id
        other = tie.other if outward else tie.person
        if other.id not in visible:
            continue
        found.append(
            TieRow(
                id=tie.id,
                kind=tie.kind,
                kind_label=str(tie.get_kind_display()),
                outward=outward,
                other_id=other.id,
                other_name=other.display_name or str(other.get_identity_unknown_display()),
                may_open=other.id in reached,
                since=tie.since,
                until=tie.until,
                remark=str(tie.remark or "") if tie.recorded_by == actor.id or other.id in reached else "",
            )
        )
    return tuple(found)


def _households(memberships: list[Membership]) -> tuple[HouseholdRow, ...]:
    return tuple(
        HouseholdRow(
            household_id=row.household_id,
            relation_label=str(row.get_relation_display()),
            since=row.since,
            until=row.until,
            reason_label=str(row.get_leaving_reason_display()) if row.leaving_reason else "",
        )
        for row in sorted(memberships, key=lambda one: one.recorded_at, reverse=True)
    )
