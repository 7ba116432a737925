"""A foreign package is announced: what it holds follows piece by piece; the directory is untouched."""

from __future__ import annotations

import uuid

from simpul.directory.errors import missing, refuse_faults
from simpul.directory.models import Package
from simpul.directory.queries.read_foreign_package import ForeignPackage
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Hidden
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.numbering import next_reference


@command()
def stage_package(actor: Actor, *, package: ForeignPackage, source: str) -> uuid.UUID:
    """Make room for what was read; ``keep_package_pieces`` brings it."""
    if actor.office_id is None:
        raise Hidden
    refuse_faults([missing("source", source, Text(N_("Say whose directory this is and who gave it.")))])
    made: Package = Package.objects.create(
        label=next_reference("PD"),
        checksum=package.checksum,
        source=source.strip()[:200],
        office_id=actor.office_id,
        uploaded_by=actor.id,
        counts={
            "rows": package.rows,
            "agencies": len(package.agencies),
            "services": sum(len(one["services"]) for one in package.agencies),
            "faults": len(package.faults) + package.more_faults,
        },
    )
    note_in_audit(agencies=len(package.agencies), faults=len(package.faults))
    return made.id
