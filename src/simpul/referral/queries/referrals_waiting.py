"""The referrals of the office by how long they rest."""

from __future__ import annotations

from django.db.models import QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.referral import policies
from simpul.referral.models import Referral
from simpul.referral.rows import ReferralRow, row_of
from simpul.referral.rules.loop import WAITS_FOR, Party, State
from simpul.safeguards.gate import query


@query(over=Referral, reach=policies.referral_reach)
def referrals_waiting(
    actor: Actor, referrals: QuerySet[Referral], *, which: str = "open", page: int = 1, size: int = 25
) -> tuple[ReferralRow, ...]:
    """Open ones, the most overdue first; ``which``: late, mine, closed, or who is waited for."""
    found = referrals.select_related("case__client", "agency", "service")
    if which == "closed":
        found = found.filter(state=State.CLOSED).order_by("-state_since", "-id")
    else:
        found = found.exclude(state=State.CLOSED).order_by("due_at", "id")
    if which == "late":
        found = found.filter(due_at__lt=now())
    elif which == "mine":
        found = found.filter(owner_id__in=actor.staff_ids)
    elif which in {Party.DESK, Party.AGENCY}:
        found = found.filter(state__in=[state for state, party in WAITS_FOR.items() if party == which])
    start = (max(page, 1) - 1) * size
    return tuple(row_of(one) for one in found[start : start + size])
