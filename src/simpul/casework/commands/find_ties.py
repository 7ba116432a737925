"""A tie that came to light after the assignment: the supervisor is asked to choose somebody else."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from django.db.models import Q

from simpul.casework import duties
from simpul.casework.above import supervisor_of
from simpul.casework.models import Assignment, Case
from simpul.casework.targets import due_for
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now, today
from simpul.registry.kin import tied_persons
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce.acting import covers_on
from simpul.workforce.models import ConflictDeclaration, OwnRecord, Staff
from simpul.worklist.models import Task, TaskState

KIND = "settle_tie"


@command()
def find_ties(actor: Actor) -> int:
    """Look at everybody who has a tie at all; ask once a case, withdraw what has settled itself. Returns how
    many were found. However a tie was recorded (declared, registered, imported, merged), it is found here."""
    found: dict[uuid.UUID, uuid.UUID] = {}
    for staff_id in _with_ties():
        for case in _cases_barred(staff_id):
            if case.id in found:
                continue
            found[case.id] = staff_id
            _ask(actor, case, staff_id)
    for task in Task.objects.filter(kind=KIND, state=TaskState.OPEN).exclude(case_id__in=found):
        if task.case_id:
            duties.no_longer(actor, KIND, task.case_id)
    note_in_audit(found=len(found))
    return len(found)


def _with_ties() -> list[uuid.UUID]:
    declared = ConflictDeclaration.objects.filter(withdrawn_at=None).order_by().values_list("staff_id")
    own = OwnRecord.objects.filter(withdrawn_at=None).order_by().values_list("staff_id")
    return sorted({staff_id for (staff_id,) in declared.union(own)})


def _cases_barred(staff_id: uuid.UUID) -> Iterator[Case]:
    """The cases in this worker's hands, or lent to her by a cover today, that she must not have."""
    lent = covers_on(today()).filter(covering_id=staff_id).values("absent_id")
    hands = Assignment.objects.filter(Q(staff_id=staff_id) | Q(staff_id__in=lent), until=None)
    tied = tied_persons(staff_id)
    if tied:
        yield from Case.objects.filter(pk__in=hands.values("case_id"), client_id__in=tied, closed_at=None)


def _ask(actor: Actor, case: Case, staff_id: uuid.UUID) -> None:
    """Who the worker is, never how she is tied. Asked already, it stays as it was asked."""
    key = duties.key_of(KIND, case.id)
    if Task.objects.filter(key=key, state=TaskState.OPEN).exists():
        return
    above = supervisor_of(case, staff_id)
    worker = Staff.objects.values_list("full_name", flat=True).get(pk=staff_id)
    due_at = due_for("high", now())
    duties.ask_for(
        actor, case, KIND, due_at=due_at, staff_id=above, urgency="high", path="pendamping/", worker=worker
    )
    if above is not None:
        duties.tell(actor, case, [above], KIND, duties.TITLES[KIND], path="pendamping/", worker=worker)
