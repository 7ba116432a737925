"""A new office, or a branch of one."""

from __future__ import annotations

import re
import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.reach import reaches_place
from simpul.workforce.choices import OfficeKind
from simpul.workforce.faults import missing, not_a_region, refuse_faults, unknown_choice
from simpul.workforce.models import Office

CODE = re.compile(r"[A-Z0-9][A-Z0-9.\-]{0,19}")


@command()
def open_office(
    actor: Actor,
    *,
    kind: str,
    name: str,
    code: str,
    region_code: str,
    parent_id: uuid.UUID | None = None,
    address: str = "",
    city: str = "",
    postcode: str = "",
    phone: str = "",
    email: str = "",
    website: str = "",
    letterhead_over: str = "",
    letterhead_name: str = "",
) -> uuid.UUID:
    """Enter an office of one's area. Its code stands in letter numbers and is given once."""
    code = code.strip().upper()
    refuse_faults(
        [
            unknown_choice("kind", kind, OfficeKind.values),
            missing("name", name, Text(N_("Write the name of the office."))),
            not_a_region("region_code", region_code) or _beyond(actor, region_code),
            _code_fault(code),
            _parent_fault(parent_id),
        ]
    )
    office = Office.objects.create(
        kind=kind,
        name=name.strip(),
        code=code,
        region_code=region_code,
        parent_id=parent_id,
        address=address,
        city=city,
        postcode=postcode,
        phone=phone,
        email=email,
        website=website,
        letterhead_over=letterhead_over,
        letterhead_name=letterhead_name,
    )
    note_in_audit(office=str(office.id))
    return office.id  # type: ignore[no-any-return]


def _beyond(actor: Actor, region_code: str) -> FieldFault | None:
    if reaches_place(actor, "workforce.open_office", area=region_code):
        return None
    return FieldFault("region_code", Text(N_("This region lies outside the area that you administer.")))


def _code_fault(code: str) -> FieldFault | None:
    if not CODE.fullmatch(code):
        return FieldFault("code", Text(N_("Use 1 to 20 letters, digits, dots or hyphens, as in DINSOS-01.")))
    if Office.objects.filter(code=code).exists():
        return FieldFault("code", Text(N_("Another office already has this code. Choose another.")))
    return None


def _parent_fault(parent_id: uuid.UUID | None) -> FieldFault | None:
    if parent_id is None or Office.objects.filter(pk=parent_id, closed_on=None).exists():
        return None
    return FieldFault("parent_id", Text(N_("Choose an office that is open.")))
