"""The stepper of a case: where it stands, what is missing, where it may go."""

from __future__ import annotations

from simpul.casework.facts import changes_of, gather
from simpul.casework.models import Case
from simpul.casework.policies import case_reach
from simpul.casework.stepper import Progress, progress_of
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query

__all__ = ["Progress"]


@query(on=Case, reach=case_reach)
def stage_progress(actor: Actor, case: Case) -> Progress:
    """Steps done, present and ahead; each missing thing with the act that brings it."""
    changes = changes_of(case)
    return progress_of(case, changes, gather(case, changes))
