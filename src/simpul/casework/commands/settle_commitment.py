"""A promise was kept, or was not; the outcome is said without blame."""

from __future__ import annotations

from simpul.casework import duties, policies
from simpul.casework.errors import WrongStage
from simpul.casework.models import PlannedAction
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=PlannedAction, reach=policies.record_reach)
def settle_commitment(actor: Actor, action: PlannedAction, *, kept: bool, outcome: str = "") -> None:
    """Settle a planned action or commitment once."""
    if action.settled_at is not None:
        raise WrongStage(Text(N_("This promise was settled already.")))
    action.settled_at = now()
    action.kept = kept
    action.outcome = outcome
    action.save()
    duties.no_longer(actor, "keep_promise", action.id)
    note_in_audit(whose=action.whose, kept=kept)
