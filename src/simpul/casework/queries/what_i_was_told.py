"""What was explained to the client before she decided, and her decision in her own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from simpul.casework.models import Case, ExplainedService, OptionsSheet
from simpul.casework.policies import case_reach
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class ToldOption:
    title: str
    benefits: str
    drawbacks: str
    advised: bool


@dataclass(frozen=True)
class ToldSheet:
    """One conversation about ways out. Who else was present is not repeated here."""

    at: datetime
    question: str
    information: str
    advice: str
    options: tuple[ToldOption, ...]
    decisions: tuple[str, ...]


@query(on=Case, reach=case_reach)
def what_i_was_told(actor: Actor, case: Case) -> tuple[ToldSheet, ...]:
    """Of one's own case, the newest first."""
    sheets = (
        OptionsSheet.objects.filter(case=case)
        .select_related("case")
        .prefetch_related("options", "decisions")
        .order_by("-number")
    )
    return tuple(
        ToldSheet(
            sheet.at,
            sheet.question,
            sheet.information,
            sheet.advice,
            tuple(
                ToldOption(one.title, one.benefits, one.drawbacks, one.advised)
                for one in sorted(sheet.options.all(), key=lambda one: one.position)
            ),
            tuple(one.client_words for one in sorted(sheet.decisions.all(), key=lambda one: one.at)),
        )
        for sheet in sheets
    )


@dataclass(frozen=True)
class ToldService:
    """A service that was explained. Of one whose place is protected no name stands here: somebody may look
    over her shoulder.
    """

    at: datetime
    service_id: str
    name: str
    agency: str
    phone: str
    told: str


@query(on=Case, reach=case_reach)
def services_i_was_told(actor: Actor, case: Case) -> tuple[ToldService, ...]:
    """Of one's own case, the newest first."""
    found = ExplainedService.objects.filter(case=case).select_related("case").order_by("-at")
    return tuple(
        ToldService(one.at, "", "", "", "", "")
        if one.service.get("sealed")
        else ToldService(
            one.at,
            one.service.get("id", ""),
            one.service.get("name", ""),
            one.service.get("agency", ""),
            one.service.get("phone", ""),
            one.told,
        )
        for one in found
    )
