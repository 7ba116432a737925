"""A second person who answers for the client judges an emergency reading, within 72 hours."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput, Refused
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.telling import review_key
from simpul.safeguards.commands.judge_glass import judge_glass
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.models import BrokenGlass
from simpul.worklist.commands.settle_task import settle_task


@command(on=BrokenGlass, reach=policies.glass_reach)
def review_broken_glass(actor: Actor, glass: BrokenGlass, *, justified: bool, words: str) -> None:
    """Say whether the reading was justified, and why. One cannot review oneself, nor twice."""
    if glass.actor_id == actor.id:
        raise Refused(Text(N_("Somebody else must review your emergency reading.")))
    if glass.reviewed_at is not None:
        raise Refused(Text(N_("This emergency reading was already reviewed.")))
    if not words.strip():
        raise InvalidInput([FieldFault("words", Text(N_("Write why you judge so.")))])
    judge_glass(actor, glass_id=glass.id, justified=justified, words=words.strip())
    settle_task(actor, key=review_key(glass.id))
    note_in_audit(justified=justified)
