"""The stages of a case as a stepper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from simpul.casework.models import Case, StageChange
from simpul.casework.rules.stages import BACK, FORWARD, ORDER, CaseFacts, Missing, Stage, missing


@dataclass(frozen=True)
class Step:
    """One stage: ``state`` is done, current, skipped or ahead."""

    stage: str
    state: str
    since: datetime | None


@dataclass(frozen=True)
class Progress:
    """Where a case stands. ``missing`` is what the present stage still asks for."""

    stage: str
    steps: tuple[Step, ...]
    missing: tuple[Missing, ...]
    forward: tuple[str, ...]
    back: tuple[str, ...]

    @property
    def ready(self) -> bool:
        return not self.missing and bool(self.forward)


def progress_of(case: Case, changes: Sequence[StageChange], facts: CaseFacts) -> Progress:
    """Build the stepper from the steps taken so far."""
    reached = {change.to_stage: change.at for change in changes}
    skipped = any(change.kind == "skip" for change in changes)
    place = ORDER.index(Stage(case.stage))
    steps = []
    for number, stage in enumerate(ORDER[:-1]):
        state = "done" if number < place else "current" if number == place else "ahead"
        if stage is Stage.CONFERENCE and number < place and skipped and stage.value not in reached:
            state = "skipped"
        since = case.opened_at if stage is Stage.ACCESS else reached.get(stage.value)
        steps.append(Step(stage.value, state, since if state in {"done", "current"} else None))
    return Progress(
        stage=str(case.stage),
        steps=tuple(steps),
        missing=missing(case.stage, facts),
        forward=tuple(stage.value for stage in FORWARD[Stage(case.stage)]),
        back=tuple(stage.value for stage in BACK.get(Stage(case.stage), ())),
    )
