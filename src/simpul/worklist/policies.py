"""Which tasks somebody reaches: one's own, one's unit's or office's."""

from __future__ import annotations

from django.db.models import Q

from simpul.kernel.actor import Actor
from simpul.safeguards.reach import reach


def task_reach(actor: Actor, act: str) -> Q:
    """Tasks assigned to the actor (or to whom he covers), and those in reach of his grants."""
    mine = [actor.staff_id, *getattr(actor, "covers", ())] if actor.staff_id else []
    own = Q(assignee_id__in=mine)
    if actor.unit_id:
        own |= Q(assignee_id=None, unit_id=actor.unit_id)
    return reach(actor, act, own=own, unit="unit_id", office="office_id")


def draft_reach(actor: Actor, act: str) -> Q:
    """A draft belongs to its writer alone, whatever anybody's grant."""
    return reach(actor, act, own=Q(account_id=actor.id)) & Q(account_id=actor.id)
