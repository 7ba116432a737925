"""The findings of one's office, and one of them with all its versions."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from simpul.advocacy import policies
from simpul.advocacy.models import Finding, FindingVersion
from simpul.advocacy.tables import PersonTable, thawed
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query
from simpul.workforce.queries.staff_names import staff_names


@dataclass(frozen=True)
class FindingRow:
    """One finding in a list."""

    id: uuid.UUID
    reference: str
    title: str
    status: str
    office: str
    quarter: str
    dimension: str
    at: datetime


@dataclass(frozen=True)
class VersionRow:
    """One wording of a finding."""

    number: int
    title: str
    words: str
    by: str
    at: datetime


@dataclass(frozen=True)
class FindingView:
    """The page of a finding: frozen numbers, the question behind them, every wording, the newest first."""

    row: FindingRow
    asked: dict[str, Any]
    table: PersonTable
    versions: tuple[VersionRow, ...]
    version: int


@query(over=Finding, reach=policies.finding_reach)
def findings(
    actor: Actor, found: QuerySet[Finding], *, page: int = 1, size: int = 25
) -> tuple[FindingRow, ...]:
    """The newest first."""
    start = (max(page, 1) - 1) * size
    chosen = list(found.order_by("-at", "-id")[start : start + size])
    titles = {
        one.finding_id: one.title
        for one in FindingVersion.objects.filter(finding__in=chosen).order_by("number")
    }
    return tuple(_row(one, titles.get(one.id, "")) for one in chosen)


@query(on=Finding, reach=policies.finding_reach)
def finding_view(actor: Actor, finding: Finding) -> FindingView:
    """One finding."""
    versions = list(FindingVersion.objects.filter(finding=finding).order_by("-number"))
    names = staff_names(actor, ids=[one.by_id for one in versions])
    written = tuple(
        VersionRow(
            one.number,
            one.title,
            one.words,
            names[one.by_id].titled if one.by_id in names else "",
            one.at,
        )
        for one in versions
    )
    return FindingView(
        _row(finding, written[0].title), finding.asked, thawed(finding.table), written, finding.version
    )


def _row(one: Finding, title: str) -> FindingRow:
    return FindingRow(
        one.id, one.reference, title, one.status, str(one.asked["office"]), str(one.asked["quarter"]),
        str(one.asked["dimension"]), one.at,
    )  # fmt: skip
