"""Which documents somebody reaches."""

from __future__ import annotations

from django.db.models import Q

from simpul.kernel.actor import Actor
from simpul.safeguards.reach import reach


def document_reach(actor: Actor, act: str) -> Q:
    """Those one issued or holds now, those of one's office, and for clients what was written for them."""
    held = own = Q(issued_by=actor.id)
    if actor.staff_id:
        held |= Q(holder_id=actor.staff_id)
        own |= Q(holder_id__in=[actor.staff_id, *getattr(actor, "covers", ())])
    if actor.person_id:
        own |= Q(subject_id=actor.person_id, for_client=True, revoked_at=None)
    return reach(
        actor, act, own=own, office="office_id", subject="subject_id", sealed="sealed", team=own, held=held
    )


def letterhead_office_reach(actor: Actor, act: str) -> Q:
    """The offices whose letterhead somebody may change."""
    return reach(actor, act, own=Q(pk=actor.office_id), office="pk", area="region_code")
