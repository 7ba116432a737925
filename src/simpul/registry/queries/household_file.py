"""A household: its card, its place, who lives in it and who lived there."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.reference.queries.regions import region_labels
from simpul.registry import policies
from simpul.registry.models import Household, Membership, Person
from simpul.registry.rules.birth_dates import age_on
from simpul.registry.rules.identity_numbers import masked
from simpul.safeguards.gate import note_in_audit, query


@dataclass(frozen=True)
class MemberRow:
    """One member, thinly: the file itself may be closed to the reader."""

    person_id: uuid.UUID
    name: str
    relation: str
    relation_label: str
    age: int | None
    sex_label: str
    since: date | None
    until: date | None
    reason_label: str
    may_open: bool


@dataclass(frozen=True)
class HouseholdFile:
    """The household as a page shows it."""

    household_id: uuid.UUID
    kk: str
    place: str
    region_code: str
    rt: str
    rw: str
    street: str
    members: tuple[MemberRow, ...]
    former: tuple[MemberRow, ...]
    version: int

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return tuple(row.person_id for row in (*self.members, *self.former))


@query(on=Household, reach=policies.household_reach)
def household_file(actor: Actor, household: Household) -> HouseholdFile:
    """Who belongs to the household. A sealed member is absent for all but her team."""
    places = region_labels(actor, codes=frozenset({household.region_code})) if household.region_code else {}
    rows = _members(actor, household)
    result = HouseholdFile(
        household_id=household.id,
        kk=masked(str(household.kk_number)) if household.kk_index else "",
        place=places[household.region_code].label if household.region_code in places else "",
        region_code=household.region_code,
        rt=household.rt,
        rw=household.rw,
        street=str(household.street or ""),
        members=tuple(row for row in rows if row.until is None),
        former=tuple(row for row in rows if row.until is not None),
        version=household.version,
    )
    note_in_audit(subjects=result.subject_ids)
    return result


def _members(actor: Actor, household: Household) -> list[MemberRow]:
    memberships = list(
        Membership.objects.filter(household=household).select_related("person").order_by("until", "relation")
    )
    ids = [row.person_id for row in memberships]
    reach = policies.person_reach(actor, "registry.person_file")
    reached = set(Person.objects.filter(reach, pk__in=ids).values_list("pk", flat=True))
    return [
        MemberRow(
            person_id=row.person_id,
            name=row.person.display_name or str(row.person.get_identity_unknown_display()),
            relation=row.relation,
            relation_label=str(row.get_relation_display()),
            age=age_on(today(), row.person.birth_date) if row.person.birth_date else None,
            sex_label=str(row.person.get_sex_display()),
            since=row.since,
            until=row.until,
            reason_label=str(row.get_leaving_reason_display()) if row.leaving_reason else "",
            may_open=row.person_id in reached,
        )
        for row in memberships
        if not row.person.sealed or row.person_id in reached
    ]
