"""A household begins to be known."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ShdkRelation
from simpul.registry.details import REGION
from simpul.registry.matching import index_of
from simpul.registry.models import Household, Membership, Person
from simpul.registry.names import tidy, tidy_lines
from simpul.registry.rules.identity_numbers import FaultLevel, absent_reason, check_kk, digits_of
from simpul.safeguards.gate import command, note_in_audit


@command(on=Person, reach=policies.person_reach)
def open_household(
    actor: Actor,
    person: Person,
    *,
    kk_number: str = "",
    kk_document: str = "",
    relation: str = ShdkRelation.HEAD,
    region_code: str = "",
    rt: str = "",
    rw: str = "",
    street: str = "",
) -> uuid.UUID:
    """Open the household of this person, with or without a family card; she is its first member."""
    kk = digits_of(kk_number) if kk_number.strip() and absent_reason(kk_number) is None else ""
    faults = _faults(kk_number if kk else "", kk_document, relation, region_code, rt, rw)
    if Membership.objects.filter(person=person, until=None).exists():
        words = N_("This person belongs to a household already; let her or him leave that one first.")
        faults.append(FieldFault("", Text(words)))
    kk_index = index_of("kk", kk)
    if kk_index and Household.objects.filter(kk_index=kk_index).exists():
        words = N_("A household with this family card is on file. Join that one: search for the KK number.")
        faults.append(FieldFault("kk_number", Text(words)))
    if faults:
        raise InvalidInput(faults)
    household: Household = Household.objects.create(
        kk_number=kk,
        kk_index=kk_index,
        region_code=region_code or person.region_code,
        rt=_three(rt),
        rw=_three(rw),
        street=tidy_lines(street),
        office_id=person.office_id,
        unit_id=person.unit_id,
        created_by=actor.id,
    )
    Membership.objects.create(
        person=person, household=household, relation=relation, since=today(), recorded_by=actor.id
    )
    note_in_audit(with_card=bool(kk))
    return household.id


def _three(text: str) -> str:
    digits = digits_of(tidy(text))
    return digits.zfill(3) if digits else ""


def _faults(kk: str, document: str, relation: str, region_code: str, rt: str, rw: str) -> list[FieldFault]:
    faults = []
    for fault in check_kk(kk) if kk else ():
        if fault.level is FaultLevel.ERROR or (fault.level is FaultLevel.OVERRIDE and not document.strip()):
            faults.append(FieldFault("kk_number", fault.text))
    if relation not in ShdkRelation.values:
        faults.append(FieldFault("relation", Text(N_("Choose the place in the family."))))
    if region_code and not REGION.fullmatch(region_code):
        faults.append(FieldFault("region_code", Text(N_("Choose the village from the list."))))
    for name, text in (("rt", rt), ("rw", rw)):
        if text.strip() and (not digits_of(text) or len(digits_of(text)) > 3):
            faults.append(FieldFault(name, Text(N_("RT and RW are numbers of up to three digits."))))
    return faults
