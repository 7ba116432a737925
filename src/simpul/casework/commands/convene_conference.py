"""People are asked to a case conference."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from simpul.casework import duties, people, policies
from simpul.casework.commands._course import demand_open
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Case, Conference, Invitation
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.registry.kin import demand_free_hands, has_tie
from simpul.safeguards.gate import command, note_in_audit


@dataclass(frozen=True)
class Guest:
    """Somebody to invite: a member of staff by id, or a person from outside by name and capacity."""

    staff_id: uuid.UUID | None = None
    name: str = ""
    capacity: str = ""


@command(on=Case, reach=policies.case_reach, consent="conference")
def convene_conference(
    actor: Actor, case: Case, *, planned_for: datetime, place: str, purpose: str, guests: Sequence[Guest]
) -> uuid.UUID:
    """Plan a conference; the client has agreed that the case is discussed there."""
    demand_free_hands(actor, case.client_id)
    demand_open(case)
    if Conference.objects.filter(case=case, state="planned").exists():
        raise WrongStage(Text(N_("A conference is planned already: hold that one first.")))
    faults = Faults()
    faults.need(place=place, purpose=purpose)
    if planned_for < now():
        faults.add("planned_for", N_("Choose a moment that is still to come."))
    real = [guest for guest in guests if guest.staff_id or guest.name.strip()]
    if len(real) < 2:
        faults.add("guests", N_("Invite at least two people."))
    if any(has_tie(guest.staff_id, case.client_id) for guest in real):
        words = N_(
            "A tie stands between the client and somebody whom you invite from the staff. Choose somebody "
            "else, or invite family by name and capacity."
        )
        faults.add("guests", words)
    faults.settle()
    made: Conference = Conference.objects.create(
        case=case, by_id=people.author(actor), planned_for=planned_for, place=place, purpose=purpose
    )
    Invitation.objects.bulk_create(
        [
            Invitation(
                conference=made, position=place, staff_id=one.staff_id, name=one.name, capacity=one.capacity
            )
            for place, one in enumerate(real, 1)
        ]
    )
    for guest in real:
        if guest.staff_id:
            _invite(actor, case, made, guest.staff_id)
    note_in_audit(invited=len(real))
    return made.id


def _invite(actor: Actor, case: Case, conference: Conference, staff_id: uuid.UUID) -> None:
    words = N_("You are asked to a case conference (%(reference)s)")
    duties.tell(actor, case, [staff_id], "conference", words, url="/undangan/")
    if staff_id == people.primary_of(case):
        duties.ask_for(
            actor,
            case,
            "attend_conference",
            about=conference.id,
            due_at=conference.planned_for,
            staff_id=staff_id,
        )
