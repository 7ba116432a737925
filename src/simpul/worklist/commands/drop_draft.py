"""The text was sent, or is not wanted any more."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command
from simpul.worklist.models import Draft


@command()
def drop_draft(actor: Actor, *, key: str) -> bool:
    """Forget the draft of this form; returns whether there was one."""
    gone, _per_model = Draft.objects.filter(account_id=actor.id, key=key).delete()
    return bool(gone)
