"""A member of staff tells that the client is kin, or that interests conflict; that keeps her off the case."""

from __future__ import annotations

import uuid

from simpul.casework import duties, people, policies
from simpul.casework.choices import TieKind
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Assignment, Case, StaffTie
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach)
def declare_tie(
    actor: Actor, case: Case, *, kind: str, words: str = "", staff_id: uuid.UUID | None = None
) -> uuid.UUID:
    """Keep the tie (one's own, or one that a supervisor knows of) and end the assignment it forbids."""
    faults = Faults()
    faults.one_of(TieKind, kind=kind)
    faults.settle()
    if case.client_id is None:
        raise WrongStage(Text(N_("A tie is between two people: first record who the client is.")))
    whose = staff_id or people.author(actor)
    tie, _made = StaffTie.objects.get_or_create(
        staff_id=whose,
        client_id=case.client_id,
        until=None,
        defaults={"kind": kind, "words": words, "by_id": people.author(actor)},
    )
    ended = Assignment.objects.filter(case=case, staff_id=whose, until=None).update(until=now())
    if ended and people.primary_of(case) is None and case.is_open:
        duties.ask_for(actor, case, "assign_case", due_at=case.next_due or now(), urgency="high")
    note_in_audit(kind=kind, ended=ended)
    return tie.id  # type: ignore[no-any-return]
