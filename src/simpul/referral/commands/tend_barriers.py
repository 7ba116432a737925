"""Every hour: a barrier without owner or date gets one; those of ended cases ask nobody any more."""

from __future__ import annotations

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from simpul.casework.models import Assignment
from simpul.kernel.actor import Actor
from simpul.referral.barriers import look_after
from simpul.referral.choices import BarrierState
from simpul.referral.models import Barrier
from simpul.safeguards.gate import command, note_in_audit


@command()
def tend_barriers(actor: Actor) -> int:
    """Barriers of earlier versions, of reopened cases, of cases in other hands. Returns how many moved."""
    waiting = list(_candidates().order_by("pk").values_list("pk", flat=True))
    for one in waiting:
        look_after(actor, Barrier.objects.select_for_update().get(pk=one))
    note_in_audit(moved=len(waiting))
    return len(waiting)


def _candidates() -> QuerySet[Barrier]:
    """What stands without a date in an open case, with one in an ended case, or with a former worker."""
    primary = Assignment.objects.filter(case=OuterRef("case"), role="primary", until=None).values("staff_id")
    standing = Barrier.objects.filter(state=BarrierState.STANDS).annotate(worker=Subquery(primary[:1]))
    at_work = Q(case__closed_at=None)
    passed_on = Q(worker__isnull=False) & (Q(owner_id=None) | ~Q(worker=F("owner_id")))
    found: QuerySet[Barrier] = standing.filter(
        (at_work & (Q(due_at=None) | passed_on)) | (~at_work & Q(due_at__isnull=False))
    )
    return found
