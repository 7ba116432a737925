"""The tasks and notices that casework asks for: one place for their keys, words and urgency. No names."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from simpul.casework import people
from simpul.casework.above import heads_at, supervisor_of
from simpul.casework.models import Case
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.notices.commands.notify import notify
from simpul.worklist.commands.assign_task import assign_task
from simpul.worklist.commands.settle_task import settle_task

TITLES: dict[str, str] = {
    "contact_client": N_("Contact the client (%(reference)s)"),
    "assign_case": N_("Assign a case worker (%(reference)s)"),
    "next_step": N_("Next step agreed with the client (%(reference)s)"),
    "confirm_assessment": N_("Look at an assessment (%(reference)s)"),
    "approve_plan": N_("Look at a plan (%(reference)s)"),
    "review_case": N_("Review the case with the client (%(reference)s)"),
    "review_safety_plan": N_("Go through the safety plan again (%(reference)s)"),
    "keep_promise": N_("Do what was promised (%(reference)s)"),
    "attend_conference": N_("Case conference (%(reference)s)"),
    "do_decision": N_("Carry out a decision of the conference (%(reference)s)"),
    "accept_handover": N_("Answer a hand-over (%(reference)s)"),
    "record_aftercare": N_("Aftercare visit (%(reference)s)"),
    "read_letter": N_("Read what the client wrote (%(reference)s)"),
    "settle_tie": N_("A tie stands between %(worker)s and a client: choose somebody else (%(reference)s)"),
    "answer_complaint": N_("Answer a complaint (%(reference)s)"),
}

URGENCY = {"immediate": "immediate", "high": "high"}


def key_of(kind: str, record_id: uuid.UUID) -> str:
    return f"casework.{kind}:{record_id}"


def ask_for(
    actor: Actor,
    case: Case,
    kind: str,
    *,
    due_at: datetime,
    staff_id: uuid.UUID | None = None,
    about: uuid.UUID | None = None,
    urgency: str = "normal",
    path: str = "",
    **facts: str,
) -> None:
    """Put a task on somebody's list (or the unit's); asked again, it is only brought up to date."""
    put_on_list(
        actor,
        case,
        key=key_of(kind, about or case.id),
        kind=kind,
        title=Text(TITLES[kind], {"reference": case.reference, **facts}),
        staff_id=staff_id,
        due_at=due_at,
        url=f"/kasus/{case.id}/{path}",
        urgency=urgency,
        escalates=urgency in {"immediate", "high"},
    )


def put_on_list(
    actor: Actor,
    case: Case,
    *,
    key: str,
    kind: str,
    title: Text,
    staff_id: uuid.UUID | None,
    due_at: datetime,
    url: str,
    urgency: str = "normal",
    escalates: bool = True,
) -> None:
    """A task about this case under a key of its own; one that ``escalates`` goes up when it is late."""
    assign_task(
        actor,
        key=key,
        kind=kind,
        title=title,
        case_id=case.id,
        subject_id=case.client_id,
        assignee_id=staff_id,
        unit_id=case.unit_id,
        office_id=case.office_id,
        due_at=due_at,
        url=url,
        urgency=urgency,
        escalate_at=due_at if escalates else None,
    )


def ask_above(
    actor: Actor,
    case: Case,
    kind: str,
    *,
    due_at: datetime,
    about: uuid.UUID | None = None,
    urgency: str = "normal",
    path: str = "",
) -> None:
    """Put a task on the list of somebody who looks at the worker's work; never of the one who asks."""
    above = supervisor_of(case, actor.staff_id)
    ask_for(actor, case, kind, due_at=due_at, staff_id=above, about=about, urgency=urgency, path=path)


def ask_head(actor: Actor, case: Case, kind: str, *, about: uuid.UUID, due_at: datetime) -> None:
    """Put a task on the list of the office's head, past the case's own team; the case is not linked."""
    heads = [one for one in heads_at(case.office_id) if one not in people.team_of(case)]
    tell(actor, case, heads, kind, TITLES[kind], url="/pengaduan/")
    assign_task(
        actor,
        key=key_of(kind, about),
        kind=kind,
        title=Text(TITLES[kind], {"reference": case.reference}),
        case_id=None,
        subject_id=case.client_id,
        assignee_id=heads[0] if heads else None,
        unit_id=None,
        office_id=case.office_id,
        due_at=due_at,
        url="/pengaduan/",
        urgency="high",
        escalate_at=due_at,
    )


def no_longer(actor: Actor, kind: str, record_id: uuid.UUID) -> None:
    """The task is done or no longer needed."""
    settle_task(actor, key=key_of(kind, record_id))


def tell(
    actor: Actor,
    case: Case,
    to: Iterable[uuid.UUID],
    kind: str,
    words: str,
    path: str = "",
    url: str = "",
    **facts: str,
) -> None:
    """A notice to members of staff, except the one who acts. Names a reference, never a person."""
    others = [staff_id for staff_id in dict.fromkeys(to) if staff_id != actor.staff_id]
    if others:
        notify(
            actor,
            to=others,
            kind=kind,
            title=Text(words, {"reference": case.reference, **facts}),
            url=url or f"/kasus/{case.id}/{path}",
            mail=False,
        )
