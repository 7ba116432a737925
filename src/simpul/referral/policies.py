"""Which referrals an actor can reach: staff as they reach the case, an agency through its own door alone."""

from __future__ import annotations

from django.db.models import Q

from simpul.casework.models import Case
from simpul.casework.policies import case_reach
from simpul.kernel.actor import Actor, ActorKind
from simpul.safeguards.permissions import may
from simpul.safeguards.reach import NOTHING


def referral_reach(actor: Actor, act: str) -> Q:
    """A referral is reached as its case is; by an agency, only the one whose door it opened."""
    if actor.kind is ActorKind.PARTNER:
        return Q(door__id=actor.id, door__shut_at=None) if may(actor, act) else NOTHING
    return Q(case__in=Case.objects.filter(case_reach(actor, act)).values("pk"))


def barrier_reach(actor: Actor, act: str) -> Q:
    """A barrier is reached as its case is."""
    return Q(case__in=Case.objects.filter(case_reach(actor, act)).values("pk"))
