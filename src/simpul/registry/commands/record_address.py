"""Where the card says, where somebody lives, or a place that must stay secret."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import AddressKind
from simpul.registry.details import REGION
from simpul.registry.matching import file_keys
from simpul.registry.models import Address, Person
from simpul.registry.names import tidy_lines
from simpul.registry.rules.identity_numbers import digits_of
from simpul.safeguards.gate import command, note_in_audit


@command(on=Person, reach=policies.person_reach)
def record_address(
    actor: Actor,
    person: Person,
    *,
    kind: str,
    region_code: str = "",
    rt: str = "",
    rw: str = "",
    postcode: str = "",
    street: str = "",
    since: date | None = None,
) -> uuid.UUID:
    """Replace the address of this kind; the former stays in the history. A safe place is encrypted whole."""
    faults = _faults(kind, region_code, rt, rw, postcode, street, since)
    if faults:
        raise InvalidInput(faults)
    secret = kind == AddressKind.SAFE
    Address.objects.filter(person=person, kind=kind, until=None).update(until=today())
    address: Address = Address.objects.create(
        person=person,
        kind=kind,
        region_code="" if secret else region_code,
        rt="" if secret else digits_of(rt).zfill(3) if rt.strip() else "",
        rw="" if secret else digits_of(rw).zfill(3) if rw.strip() else "",
        postcode="" if secret else postcode.strip(),
        street=tidy_lines(street),
        since=since,
        recorded_by=actor.id,
    )
    if kind == AddressKind.DOMICILE and region_code and region_code != person.region_code:
        Person.objects.filter(pk=person.pk).update(region_code=region_code)
        person.region_code = region_code
        file_keys(person)
    note_in_audit(kind=kind)
    return address.id


def _faults(
    kind: str, region_code: str, rt: str, rw: str, postcode: str, street: str, since: date | None
) -> list[FieldFault]:
    faults = []
    if kind not in AddressKind.values:
        faults.append(FieldFault("kind", Text(N_("Choose which address this is."))))
    if region_code and not REGION.fullmatch(region_code):
        faults.append(FieldFault("region_code", Text(N_("Choose the village from the list."))))
    if not region_code and not street.strip():
        faults.append(FieldFault("street", Text(N_("Write at least the street, or choose the village."))))
    for name, text in (("rt", rt), ("rw", rw)):
        if text.strip() and (not digits_of(text) or len(digits_of(text)) > 3):
            faults.append(FieldFault(name, Text(N_("RT and RW are numbers of up to three digits."))))
    if postcode.strip() and (len(postcode.strip()) != 5 or len(digits_of(postcode)) != 5):
        faults.append(FieldFault("postcode", Text(N_("A postcode has five digits."))))
    if since and since > today():
        faults.append(FieldFault("since", Text(N_("The day lies in the future."))))
    return faults
