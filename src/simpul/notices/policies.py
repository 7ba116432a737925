"""An inbox is its owner's alone."""

from __future__ import annotations

from django.db.models import Q

from simpul.kernel.actor import Actor
from simpul.safeguards.reach import reach


def notice_reach(actor: Actor, act: str) -> Q:
    """Notices to the actor himself."""
    mine = Q(recipient_id=actor.staff_id) if actor.staff_id else Q(pk__in=[])
    return reach(actor, act, own=mine) & mine
