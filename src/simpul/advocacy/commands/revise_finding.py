"""A draft is put into other words; what stood before stays readable."""

from __future__ import annotations

import uuid

from simpul.advocacy import policies
from simpul.advocacy.models import Finding, FindingVersion
from simpul.casework.errors import Faults
from simpul.casework.people import author
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Conflict
from simpul.safeguards.gate import command, note_in_audit


@command(on=Finding, reach=policies.finding_reach)
def revise_finding(
    actor: Actor, finding: Finding, *, version: int | None, title: str, words: str
) -> uuid.UUID:
    """The numbers stay as they were frozen."""
    if version != finding.version:
        raise Conflict
    faults = Faults()
    faults.need(title=title, words=words)
    faults.settle()
    finding.version += 1
    finding.save()
    FindingVersion.objects.create(
        finding=finding, number=finding.version, title=title.strip(), words=words.strip(), by_id=author(actor)
    )
    note_in_audit(reference=finding.reference, version=finding.version)
    return finding.id
