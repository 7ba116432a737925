"""Whose patterns one sees: those of one's own office, or of the offices of one's area. Findings likewise."""

from __future__ import annotations

from django.db.models import Q

from simpul.kernel.actor import Actor
from simpul.safeguards.reach import by_grants_alone, reach
from simpul.workforce.models import Office


@by_grants_alone
def pattern_reach(actor: Actor, act: str) -> Q:
    """Offices: a pattern is that of one whole office; teams and sums of offices would tell by difference."""
    return reach(actor, act, unit="units", office="pk", area="region_code")


def finding_reach(actor: Actor, act: str) -> Q:
    """Findings of the offices whose patterns one sees."""
    return Q(office_id__in=Office.objects.filter(pattern_reach(actor, act)).values("pk"))
