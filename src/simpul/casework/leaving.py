"""What a member of staff still answers for, asked by workforce before somebody leaves."""

from __future__ import annotations

import uuid

from simpul.casework.models import AftercareVisit, Assignment, Handover
from simpul.kernel.text import N_, Text
from simpul.workforce.departure import Duty


def cases_without_heir(staff_id: uuid.UUID) -> list[Duty]:
    """Open cases and aftercare dates that would be orphaned, and hand-overs that wait."""
    mine = Assignment.objects.filter(staff_id=staff_id, role="primary", until=None)
    going = mine.filter(case__closed_at=None).count()
    after = (
        AftercareVisit.objects.filter(state="planned", case__in=mine.values("case_id"))
        .values("case_id")
        .distinct()
        .count()
    )
    waiting = Handover.objects.filter(to_staff_id=staff_id, state="offered").count()
    return [
        Duty(Text(N_("Open cases without another worker: %(count)s"), {"count": going}), going, "/kasus/"),
        Duty(Text(N_("Cases with aftercare dates to come: %(count)s"), {"count": after}), after, "/kasus/"),
        Duty(Text(N_("Hand-overs waiting for an answer: %(count)s"), {"count": waiting}), waiting, "/kasus/"),
    ]
