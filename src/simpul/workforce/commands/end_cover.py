"""The absent one is back."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command
from simpul.workforce import policies
from simpul.workforce.models import Cover


@command(on=Cover, reach=policies.cover_reach)
def end_cover(actor: Actor, cover: Cover) -> None:
    """End a cover early; the colleague's reach ends with the next click."""
    if cover.ended_at:
        raise Refused(Text(N_("This cover has already ended.")))
    cover.ended_by, cover.ended_at = actor.id, now()
    cover.save()
