"""No case is nobody's: open cases without a worker or without a date are put on somebody's list."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from simpul.casework import duties
from simpul.casework.models import AftercareVisit, Assignment, Case
from simpul.casework.targets import due_for
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command, note_in_audit


@command()
def find_orphans(actor: Actor, *, limit: int = 1000) -> int:
    """Ask the unit to assign a worker, give a date to cases without one; returns how many were found."""
    found = 0
    for case in _without_worker()[:limit]:
        urgency = "immediate" if case.risk == "immediate" else "high"
        duties.ask_above(actor, case, "assign_case", due_at=due_for(case.risk, now()), urgency=urgency)
        found += 1
    for case in Case.objects.filter(closed_at=None, next_due=None)[:limit]:
        case.next_due = due_for(case.risk, now())
        case.save(update_fields=["next_due"])
        found += 1
    note_in_audit(found=found)
    return found


def _without_worker() -> QuerySet[Case]:
    """Open cases, and cases in aftercare with dates to come, for which nobody answers."""
    standing = Assignment.objects.filter(role="primary", until=None).values("case_id")
    visits = AftercareVisit.objects.filter(state="planned").values("case_id")
    found: QuerySet[Case] = Case.objects.filter(Q(closed_at=None) | Q(pk__in=visits)).exclude(pk__in=standing)
    return found.order_by("opened_at")
