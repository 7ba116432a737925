"""Keep what is being typed."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command
from simpul.worklist.models import Draft

LONGEST = 200_000


@command()
def keep_draft(actor: Actor, *, key: str, body: str) -> str:
    """Keep the newest text of this form for its writer; returns the moment as ISO text."""
    if not key or len(key) > 120 or len(body) > LONGEST:
        raise InvalidInput([FieldFault("body", Text(N_("This text is too long to keep as a draft.")))])
    draft = Draft.objects.select_for_update().filter(account_id=actor.id, key=key).first()
    draft = draft or Draft(account_id=actor.id, key=key)
    draft.body = body
    draft.saved_at = now()
    draft.save()
    return str(draft.saved_at.isoformat())
