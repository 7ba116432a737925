"""The conference took place: who came, what was pledged and decided, by whom until when, who disagreed."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from simpul.casework import duties, people, policies
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Conference, ConferenceDecision, Invitation
from simpul.kernel.actor import Actor
from simpul.kernel.clock import end_of, now, today
from simpul.kernel.text import N_, Text
from simpul.registry.kin import demand_free_hands
from simpul.safeguards.gate import command, note_in_audit


@dataclass(frozen=True)
class DecisionGiven:
    """A decision as written on the form; its owner is one of those invited."""

    what: str
    owner_id: uuid.UUID
    due_on: date


@command(on=Conference, reach=policies.record_reach)
def hold_conference(
    actor: Actor,
    conference: Conference,
    *,
    attended: Collection[uuid.UUID],
    pledged: Collection[uuid.UUID],
    minutes: str,
    decisions: Sequence[DecisionGiven],
    client_present: bool = False,
    client_words: str = "",
    dissent: str = "",
) -> None:
    """Keep the minutes. ``attended`` and ``pledged`` name invitations; nobody takes part unpledged."""
    demand_free_hands(actor, conference.case.client_id)
    if conference.state != "planned":
        raise WrongStage(Text(N_("The minutes of this conference were written already.")))
    guests = {guest.id: guest for guest in Invitation.objects.filter(conference=conference)}
    _check(guests, attended, pledged, minutes, decisions)
    for guest in guests.values():
        guest.attended = guest.id in attended
        guest.pledged = guest.id in pledged
        guest.save()
    conference.state = "held"
    conference.held_at = now()
    conference.minutes = minutes
    conference.client_present = client_present
    conference.client_words = client_words
    conference.dissent = dissent
    conference.save()
    case = conference.case
    for position, given in enumerate(decisions, 1):
        kept = ConferenceDecision.objects.create(
            case=case, by_id=people.author(actor), conference=conference, position=position, what=given.what,
            owner=guests[given.owner_id], due_on=given.due_on,
        )  # fmt: skip
        if guests[given.owner_id].staff_id:
            duties.ask_for(
                actor, case, "do_decision", about=kept.id, due_at=end_of(given.due_on),
                staff_id=guests[given.owner_id].staff_id, path="bahas/",
            )  # fmt: skip
    duties.no_longer(actor, "attend_conference", conference.id)
    note_in_audit(attended=len(set(attended)), decisions=len(decisions))


def _check(
    guests: dict[uuid.UUID, Invitation],
    attended: Collection[uuid.UUID],
    pledged: Collection[uuid.UUID],
    minutes: str,
    decisions: Sequence[DecisionGiven],
) -> None:
    faults = Faults()
    faults.need(minutes=minutes)
    if not set(attended) <= set(guests) or not attended:
        faults.add("attended", N_("Tick who of the invited people came."))
    if set(attended) - set(pledged):
        faults.add("pledged", N_("Everybody who took part must have pledged secrecy."))
    if not decisions:
        faults.add("decisions", N_("Write at least one decision with its owner and day."))
    for place, given in enumerate(decisions):
        faults.need(**{f"decisions-{place}-what": given.what})
        if given.owner_id not in guests:
            faults.add(f"decisions-{place}-owner_id", N_("Choose an owner among the invited people."))
        faults.not_past(today(), **{f"decisions-{place}-due_on": given.due_on})
    faults.settle()
