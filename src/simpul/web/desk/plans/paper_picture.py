"""Documents in the shapes that their pages show."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.queries.paper_drafts import Kind, PaperChoice
from simpul.documents.queries.documents_of import DocumentRow
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.button.props import Button
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.empty_state.props import EmptyState
from simpul.web.ui.formats import short_moment
from simpul.web.ui.language import say

ICONS: dict[Kind, str] = {
    Kind.INFORMED_CONSENT: "shield-check",
    Kind.SERVICE_CONTRACT: "handshake",
    Kind.ASSESSMENT_REPORT: "clipboard-check",
    Kind.LAPORAN_SOSIAL: "scale",
    Kind.INTERVENTION_PLAN: "target",
    Kind.PROGRESS_REPORT: "chart-line",
    Kind.CONFERENCE_MINUTES: "messages-square",
    Kind.TERMINATION_LETTER: "flag",
    Kind.INTRODUCTION_LETTER: "mail",
    Kind.STATEMENT_LETTER: "badge-check",
    Kind.ACCOMPANIMENT_LETTER: "footprints",
    Kind.REFERRAL_LETTER: "send",
    Kind.HAND_OVER: "files",
    Kind.GENOGRAM: "network",
    Kind.ACCESS_REPORT: "eye",
    Kind.SAFETY_PLAN: "life-buoy",
}


@dataclass(frozen=True)
class Choice:
    """One kind of paper to issue; without ``url`` it waits for something."""

    kind: str
    title: str
    icon: str
    note: str
    url: str


def choices(found: Iterable[PaperChoice], case_id: uuid.UUID) -> list[Choice]:
    """Ready ones first."""
    made = [
        Choice(
            one.kind.value,
            say(one.title),
            ICONS[one.kind],
            say(one.lacking) if one.lacking else (_("PDF and DOCX") if one.editable else _("PDF")),
            "" if one.lacking else reverse("issue_paper", args=[case_id, one.kind.value]),
        )
        for one in found
    ]
    return sorted(made, key=lambda one: not one.url)


def issued(rows: Iterable[DocumentRow]) -> DataTable:
    """What was issued, the latest first; the file behind each name names nobody."""

    def row(one: DocumentRow) -> tuple[Cell, ...]:
        state = Badge(_("revoked"), "bad", "ban") if one.revoked else Badge(_("stands"), "good", "check")
        download = Button("PDF", reverse("document_pdf", args=[one.id]), icon="download", small=True)
        return (
            Cell(say(one.title), reverse("desk_document", args=[one.id]), note=one.number),
            Cell(short_moment(one.issued_at)),
            Cell(part=state),
            Cell(part=download),
        )

    columns = (
        Column(_("Document"), main=True),
        Column(_("Issued")),
        Column(_("Standing")),
        Column(_("File"), hide_label=True),
    )
    empty = EmptyState(
        _("Nothing issued yet"), _("Choose a paper below; the file fills it in, you word it."), "files"
    )
    return DataTable(_("Issued documents"), columns, tuple(row(one) for one in rows), empty=empty)
