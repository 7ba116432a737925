"""Somebody of the staff is made to answer for the case."""

from __future__ import annotations

import uuid

from simpul.casework import people, policies
from simpul.casework.choices import TeamRole
from simpul.casework.commands._handing import take_back_offers
from simpul.casework.commands._team import demand_casework, put_on_team
from simpul.casework.errors import Faults
from simpul.casework.models import Case
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach)
def assign_worker(
    actor: Actor, case: Case, *, staff_id: uuid.UUID, role: str = TeamRole.PRIMARY, reason: str = ""
) -> uuid.UUID:
    """Assign or replace. Kin and conflicts of interest are refused; a case keeps its case worker."""
    faults = Faults()
    faults.one_of(TeamRole, role=role)
    faults.settle()
    if role != TeamRole.PRIMARY and people.primary_of(case) == staff_id:
        raise Refused(Text(N_("She is the case worker now: assign another case worker first.")))
    if role == TeamRole.PRIMARY:
        demand_casework(staff_id)
    made = put_on_team(actor, case, staff_id, role, reason)
    if role == TeamRole.PRIMARY:
        take_back_offers(actor, case)
    note_in_audit(role=role)
    return made.id
