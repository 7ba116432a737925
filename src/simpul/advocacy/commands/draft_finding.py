"""A pattern is opened as a finding: its numbers frozen, its question kept, somebody puts it into words."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from simpul.advocacy.errors import NothingToShow
from simpul.advocacy.models import Finding, FindingVersion
from simpul.advocacy.queries.patterns import Pattern, barrier_pattern
from simpul.advocacy.tables import frozen
from simpul.casework.errors import Faults
from simpul.casework.people import author
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.numbering import next_reference


@dataclass(frozen=True)
class Asked:
    """The question behind a pattern, as an address puts it."""

    quarter: str
    dimension: str
    within: str = ""


@command()
def draft_finding(actor: Actor, *, office_id: uuid.UUID, asked: Asked, title: str, words: str) -> uuid.UUID:
    """What is frozen is what was shown: hidden numbers stay hidden, in the draft too."""
    pattern = barrier_pattern(
        actor, office_id, quarter=asked.quarter, dimension=asked.dimension, within=asked.within
    )
    faults = Faults()
    faults.need(title=title, words=words)
    faults.settle()
    if pattern.table is None:
        raise NothingToShow
    finding: Finding = Finding.objects.create(
        reference=next_reference("TM"), office_id=pattern.office.id, asked=_question(pattern),
        table=frozen(pattern.table), by_id=author(actor),
    )  # fmt: skip
    FindingVersion.objects.create(
        finding=finding, number=1, title=title.strip(), words=words.strip(), by_id=author(actor)
    )
    note_in_audit(reference=finding.reference)
    return finding.id


def _question(pattern: Pattern) -> dict[str, Any]:
    """All that is needed to ask the same again: what, of whom, when, under which limit."""
    limit = pattern.limit
    return {
        "office": pattern.office.name, "quarter": str(pattern.quarter),
        "from": pattern.quarter.first.isoformat(), "to": pattern.quarter.last.isoformat(),
        "dimension": pattern.dimension.value, "within": pattern.within, "counted_on": today().isoformat(),
        "limit": limit.amount, "limit_certainty": limit.certainty, "limit_source": limit.source,
        "limit_valid_from": limit.valid_from.isoformat() if limit.valid_from else None,
    }  # fmt: skip
