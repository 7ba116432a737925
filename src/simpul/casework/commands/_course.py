"""Moving a case from stage to stage: one place that writes the step and keeps the case in order."""

from __future__ import annotations

from simpul.casework import people
from simpul.casework.errors import StageNotReady, WrongStage
from simpul.casework.facts import gather
from simpul.casework.models import Case, StageChange
from simpul.casework.models.case import ENDED
from simpul.casework.rules.stages import missing
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import note_in_audit


def move(actor: Actor, case: Case, to: str, kind: str, reason: str = "") -> None:
    """Take the step; what the stage demanded was checked before."""
    moment = now()
    StageChange.objects.create(
        case=case,
        by_id=people.author(actor),
        at=moment,
        from_stage=case.stage,
        to_stage=to,
        kind=kind,
        reason=reason,
    )
    note_in_audit(from_stage=str(case.stage), stage=str(to))
    case.stage = to
    case.stage_since = moment
    if to in ENDED and case.closed_at is None:
        case.closed_at = moment
    elif to not in ENDED:
        case.closed_at = None
    case.version += 1
    case.save()


def demand_nothing_missing(case: Case) -> None:
    """Refuse to leave the stage while its guard asks for something."""
    wanting = missing(case.stage, gather(case))
    if wanting:
        raise StageNotReady([item.text for item in wanting])


def demand_open(case: Case) -> None:
    """Most acts belong to an open case."""
    if not case.is_open:
        raise WrongStage(Text(N_("This case is closed. Reopen it, with a reason, before you go on.")))


def demand_stage(case: Case, *stages: str) -> None:
    """Refuse an act that belongs to other stages."""
    if case.stage not in stages:
        raise WrongStage(Text(N_("This does not fit the stage that the case is in.")))
