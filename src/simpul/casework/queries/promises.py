"""What was promised in a case: parts of the plan in force, and commitments made on the way."""

from __future__ import annotations

from django.db.models import Q

from simpul.casework.models import Case, PlannedAction
from simpul.casework.pictures import ActionPicture, action_picture
from simpul.casework.policies import case_reach
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query

__all__ = ["ActionPicture", "promises"]


@query(on=Case, reach=case_reach)
def promises(actor: Actor, case: Case) -> tuple[ActionPicture, ...]:
    """Open promises first, each by its day; those of plans that were replaced only if they are settled."""
    counted = Q(plan=None) | Q(plan__state="approved") | Q(settled_at__isnull=False)
    found = PlannedAction.objects.filter(counted, case=case).order_by("due_on", "id")
    pictures = [action_picture(one) for one in found]
    return tuple(sorted(pictures, key=lambda one: one.settled_at is not None))
