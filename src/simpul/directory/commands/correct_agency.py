"""What an entry says about who helps is put right."""

from __future__ import annotations

from simpul.directory import policies
from simpul.directory.choices import SystemKind
from simpul.directory.commands._edition import new_edition
from simpul.directory.errors import demand_version, missing, not_in, not_regions, refuse_faults
from simpul.directory.models import Agency
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.reference.queries.categories import categories
from simpul.safeguards.gate import command


@command(on=Agency, reach=policies.agency_reach)
def correct_agency(
    actor: Actor,
    agency: Agency,
    *,
    version: int,
    name: str,
    kind: str,
    region_code: str,
    psks: str = "",
    description: str = "",
    phone: str = "",
    email: str = "",
    website: str = "",
    source: str = "",
) -> None:
    """Correct an agency's entry, read at a version."""
    demand_version(agency.version, version)
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
    agency.name, agency.kind, agency.psks = name.strip(), kind, psks
    agency.description, agency.region_code = description.strip(), region_code
    agency.phone, agency.email, agency.website = phone.strip(), email, website
    agency.source, agency.changed_at = source.strip(), now()
    agency.version += 1
    agency.save()
    new_edition()
