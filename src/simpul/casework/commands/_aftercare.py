"""Planning the dates of aftercare."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from simpul.casework import duties, people
from simpul.casework.errors import Faults
from simpul.casework.models import AftercareVisit, Case, Closure
from simpul.kernel.actor import Actor
from simpul.kernel.clock import end_of, today
from simpul.kernel.text import N_


def plan_visits(actor: Actor, case: Case, closure: Closure, days: Sequence[date]) -> int:
    faults = Faults()
    if not days:
        faults.add("aftercare_on", N_("Plan at least one aftercare date."))
    if any(day < today() for day in days):
        faults.add("aftercare_on", N_("Choose today or a later day."))
    faults.settle()
    planned = set(AftercareVisit.objects.filter(closure=closure).values_list("due_on", flat=True))
    worker = people.primary_of(case)
    fresh = sorted(set(days) - planned)
    for day in fresh:
        visit = AftercareVisit.objects.create(
            case=case, by_id=people.author(actor), closure=closure, due_on=day
        )
        duties.ask_for(
            actor, case, "record_aftercare", about=visit.id, due_at=end_of(day), staff_id=worker,
            path="bimbingan-lanjut/",
        )  # fmt: skip
    return len(fresh)
