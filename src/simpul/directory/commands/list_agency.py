"""Somebody who helps is entered in the directory."""

from __future__ import annotations

import uuid

from simpul.directory.choices import SystemKind
from simpul.directory.commands._edition import new_edition
from simpul.directory.errors import missing, not_in, not_regions, refuse_faults
from simpul.directory.models import Agency
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.reference.queries.categories import categories
from simpul.safeguards.gate import command, note_in_audit


@command()
def list_agency(
    actor: Actor,
    *,
    name: str,
    kind: str,
    region_code: str,
    psks: str = "",
    description: str = "",
    phone: str = "",
    email: str = "",
    website: str = "",
    source: str = "",
    office_id: uuid.UUID | None = None,
    synthetic: bool = False,
) -> uuid.UUID:
    """Enter an agency; the actor's office keeps the entry. Neighbours count as much as an institution."""
    known = {"", *(row.code for row in categories(actor, group="psks"))}
    refuse_faults(
        [
            missing("name", name, Text(N_("Write who helps."))),
            not_in("kind", [kind], SystemKind.values),
            not_in("psks", [psks], known),
            not_regions("region_code", [region_code]),
            missing("source", source, Text(N_("Say where this comes from: who told it, or which list."))),
        ]
    )
    agency = Agency.objects.create(
        name=name.strip(), kind=kind, psks=psks, description=description.strip(), region_code=region_code,
        phone=phone.strip(), email=email, website=website, source=source.strip(), office_id=office_id,
        keeper_id=actor.office_id, made_by=actor.id, synthetic=synthetic,
    )  # fmt: skip
    new_edition()
    note_in_audit(agency=str(agency.id))
    agency_id: uuid.UUID = agency.id
    return agency_id
