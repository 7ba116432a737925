"""Moving a referral: the step that stays, the next owner and date, the task that asks after it."""

from __future__ import annotations

import uuid

from simpul.casework.duties import put_on_list
from simpul.casework.people import author, next_number, primary_of
from simpul.kernel.actor import Actor, ActorKind
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.notices.commands.notify import notify
from simpul.referral.errors import AccessOver, WrongState
from simpul.referral.models import PartnerDoor, Referral, ReferralStep
from simpul.referral.rules.loop import READABLE, Act, NotNow, State, move
from simpul.referral.sharing import may_go
from simpul.referral.targets import due_for
from simpul.safeguards.gate import note_in_audit
from simpul.worklist.commands.settle_task import settle_task

ASKS: dict[State, str] = {
    State.DRAFT: N_("Finish and send a referral (%(reference)s)"),
    State.SENT: N_("Has the referral arrived? (%(reference)s)"),
    State.RECEIVED: N_("Ask for the answer to a referral (%(reference)s)"),
    State.ACCEPTED: N_("Ask for a date (%(reference)s)"),
    State.WAITLISTED: N_("Ask how far the waiting list is (%(reference)s)"),
    State.DECLINED: N_("A referral was declined: look for another way (%(reference)s)"),
    State.SCHEDULED: N_("Did the client get there? (%(reference)s)"),
    State.ATTENDED: N_("Ask what came of the referral (%(reference)s)"),
    State.MISSED: N_("The client could not go: ask what was in the way (%(reference)s)"),
    State.SERVED: N_("Ask the client how the help was (%(reference)s)"),
    State.PARTLY: N_("Helped in part: ask the client what is lacking (%(reference)s)"),
    State.NOT_SERVED: N_("Not helped: look for another way (%(reference)s)"),
    State.RECALLED: N_("A referral was taken back: talk with the client (%(reference)s)"),
    State.EXPIRED: N_("Nobody answered a referral: look for another way (%(reference)s)"),
}
ANSWERED = N_("News about a referral (%(reference)s)")
SENDERS = {ActorKind.PARTNER: "partner", ActorKind.SYSTEM: "system"}


def task_key(referral_id: uuid.UUID) -> str:
    return f"referral.follow:{referral_id}"


def demand_readable(actor: Actor, referral: Referral) -> None:
    """An agency does and reads nothing without standing consent or a cited duty, at this very moment."""
    if actor.kind is not ActorKind.PARTNER:
        return
    if State(referral.state) in READABLE and not may_go(referral):
        raise AccessOver


def take_step(
    actor: Actor,
    referral: Referral,
    act: Act,
    to: State,
    *,
    reason: str = "",
    words: str = "",
    officer: str = "",
) -> ReferralStep:
    """Move the referral, write the step down, and give what comes next an owner and a date."""
    before = State(referral.state)
    try:
        move(before, act, to)
    except NotNow:
        raise WrongState from None
    referral.state, referral.state_since = to.value, now()
    if before is State.SCHEDULED and to is not State.SCHEDULED:
        referral.appointment_at, referral.appointment_note = None, ""
    settle_owner(actor, referral)
    referral.version += 1
    referral.save()
    made = write_step(
        actor, referral, act, before.value, reason=reason, words=words, officer=officer or officer_of(actor)
    )
    follow_up(actor, referral)
    if to is State.CLOSED:
        shut_door(referral)
    note_in_audit(act=act.value, state=to.value, reason=reason)
    return made


def write_step(
    actor: Actor,
    referral: Referral,
    act: Act,
    before: str,
    *,
    reason: str = "",
    words: str = "",
    officer: str = "",
) -> ReferralStep:
    """The step as it stays."""
    number = next_number(ReferralStep.objects.filter(referral=referral))
    made: ReferralStep = ReferralStep.objects.create(
        referral=referral, by_id=author(actor), number=number,
        act=act.value, from_state=before, to_state=referral.state,
        by_whom=SENDERS.get(actor.kind, "staff"), reason=reason, words=words.strip(), officer=officer,
    )  # fmt: skip
    return made


def officer_of(actor: Actor) -> str:
    """Who of the agency acts, as she named herself when she opened the letter."""
    if actor.kind is not ActorKind.PARTNER:
        return ""
    return str(PartnerDoor.objects.get(pk=actor.id).officer)


def settle_owner(actor: Actor, referral: Referral) -> None:
    """While it is open it has an owner, who answers for the case, and a next date."""
    state = State(referral.state)
    if state is State.CLOSED:
        referral.due_at = None
        return
    referral.owner_id = primary_of(referral.case) or referral.owner_id or actor.staff_id
    referral.due_at = due_for(referral, state)


def follow_up(actor: Actor, referral: Referral) -> None:
    """The owner's task: what to ask, until when. Late, it goes up to the supervisor. No name, no agency."""
    state = State(referral.state)
    if state is State.CLOSED:
        settle_task(actor, key=task_key(referral.id))
        return
    assert referral.due_at is not None
    put_on_list(
        actor,
        referral.case,
        key=task_key(referral.id),
        kind=f"referral_{state.value}",
        title=Text(ASKS[state], {"reference": referral.reference}),
        staff_id=referral.owner_id,
        due_at=referral.due_at,
        url=f"/rujukan/{referral.id}/",
        urgency=referral.urgency,
    )
    if actor.kind is not ActorKind.STAFF and referral.owner_id:
        notify(
            actor,
            to=[referral.owner_id],
            kind="referral_news",
            title=Text(ANSWERED, {"reference": referral.reference}),
            url=f"/rujukan/{referral.id}/",
            mail=False,
        )


def shut_door(referral: Referral) -> None:
    """Nobody enters any more; sessions end with the next click."""
    for door in PartnerDoor.objects.select_for_update().filter(referral=referral, shut_at=None):
        door.number_index = door.code_index = door.password = ""
        door.shut_at = now()
        door.epoch += 1
        door.save()
