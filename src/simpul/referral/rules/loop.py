"""The closed loop of a referral: which act leads from where to where, and who is waited for.

    draft ─▶ sent ─▶ received ─┬▶ accepted ─▶ scheduled ─┬▶ attended ─▶ served | partly | not_served ─▶ closed
                               ├▶ waitlisted ─▶ …        └▶ missed ─▶ scheduled again, or closed
                               └▶ declined ─▶ closed
    taken back by us: recalled ─▶ closed       nobody answered: expired ─▶ closed

A referral that ended without help is closed with the client's view all the same: the loop closes with her.
"""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a referral stands."""

    DRAFT = "draft"
    SENT = "sent"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    WAITLISTED = "waitlisted"
    DECLINED = "declined"
    SCHEDULED = "scheduled"
    ATTENDED = "attended"
    MISSED = "missed"
    SERVED = "served"
    PARTLY = "partly"
    NOT_SERVED = "not_served"
    RECALLED = "recalled"
    EXPIRED = "expired"
    CLOSED = "closed"


class Act(StrEnum):
    """What moves a referral, by the name of its command."""

    DRAFT = "draft_referral"
    SEND = "send_referral"
    RECEIVE = "receive_referral"
    ACCEPT = "accept_referral"
    WAITLIST = "waitlist_referral"
    DECLINE = "decline_referral"
    SCHEDULE = "schedule_referral"
    ATTEND = "record_attendance"
    REPORT = "report_outcome"
    RECALL = "recall_referral"
    EXPIRE = "expire_referrals"
    CLOSE = "close_referral"


class Party(StrEnum):
    """Who is waited for."""

    DESK = "desk"
    AGENCY = "agency"
    NOBODY = "nobody"


class NotNow(ValueError):
    """The act does not fit the state in which the referral is."""


S, A = State, Act
ANSWERABLE = frozenset({S.SENT, S.RECEIVED, S.WAITLISTED})
OUTCOMES = frozenset({S.SERVED, S.PARTLY, S.NOT_SERVED})

# act -> (from where, to where); an act with several answers says which by the state it leads to.
TRANSITIONS: dict[Act, tuple[frozenset[State], frozenset[State]]] = {
    A.SEND: (frozenset({S.DRAFT}), frozenset({S.SENT})),
    A.RECEIVE: (frozenset({S.SENT}), frozenset({S.RECEIVED})),
    A.ACCEPT: (ANSWERABLE, frozenset({S.ACCEPTED})),
    A.WAITLIST: (ANSWERABLE | {S.ACCEPTED}, frozenset({S.WAITLISTED})),
    A.DECLINE: (ANSWERABLE | {S.ACCEPTED}, frozenset({S.DECLINED})),
    A.SCHEDULE: (frozenset({S.ACCEPTED, S.SCHEDULED, S.MISSED}), frozenset({S.SCHEDULED})),
    A.ATTEND: (frozenset({S.SCHEDULED}), frozenset({S.ATTENDED, S.MISSED})),
    A.REPORT: (frozenset({S.ACCEPTED, S.ATTENDED, S.PARTLY}), OUTCOMES),
    A.RECALL: (
        ANSWERABLE | {S.DRAFT, S.ACCEPTED, S.SCHEDULED, S.ATTENDED, S.MISSED, S.PARTLY},
        frozenset({S.RECALLED}),
    ),
    A.EXPIRE: (ANSWERABLE | {S.ACCEPTED}, frozenset({S.EXPIRED})),
    A.CLOSE: (
        OUTCOMES | {S.DECLINED, S.MISSED, S.RECALLED, S.EXPIRED},
        frozenset({S.CLOSED}),
    ),
}  # fmt: skip

WAITS_FOR: dict[State, Party] = {
    S.DRAFT: Party.DESK,
    S.SENT: Party.AGENCY,
    S.RECEIVED: Party.AGENCY,
    S.ACCEPTED: Party.AGENCY,
    S.WAITLISTED: Party.AGENCY,
    S.DECLINED: Party.DESK,
    S.SCHEDULED: Party.AGENCY,
    S.ATTENDED: Party.AGENCY,
    S.MISSED: Party.DESK,
    S.SERVED: Party.DESK,
    S.PARTLY: Party.DESK,
    S.NOT_SERVED: Party.DESK,
    S.RECALLED: Party.DESK,
    S.EXPIRED: Party.DESK,
    S.CLOSED: Party.NOBODY,
}

# While it stands here, the agency has a reason to read what was sent.
READABLE = frozenset(
    {S.SENT, S.RECEIVED, S.ACCEPTED, S.WAITLISTED, S.SCHEDULED, S.ATTENDED, S.MISSED, S.PARTLY}
)
# Here somebody did not get what was asked for: what stood in the way is asked.
ASKS_BARRIER = frozenset({S.WAITLISTED, S.DECLINED, S.MISSED, S.NOT_SERVED})
AGENCY_ACTS = frozenset({A.RECEIVE, A.ACCEPT, A.WAITLIST, A.DECLINE, A.SCHEDULE, A.ATTEND, A.REPORT})

# The line of steps as it is drawn: the way that leads to help.
WAY = (S.DRAFT, S.SENT, S.RECEIVED, S.ACCEPTED, S.SCHEDULED, S.ATTENDED, S.SERVED, S.CLOSED)
# Where on that line a state stands that is not on it.
BESIDE: dict[State, State] = {
    S.WAITLISTED: S.ACCEPTED,
    S.DECLINED: S.ACCEPTED,
    S.MISSED: S.ATTENDED,
    S.PARTLY: S.SERVED,
    S.NOT_SERVED: S.SERVED,
}


def move(state: State, act: Act, to: State) -> State:
    """The state after the act.

    >>> move(State.SENT, Act.ACCEPT, State.ACCEPTED)
    <State.ACCEPTED: 'accepted'>
    >>> move(State.CLOSED, Act.ACCEPT, State.ACCEPTED)
    Traceback (most recent call last):
        ...
    simpul.referral.rules.loop.NotNow: accept_referral does not fit closed
    """
    sources, targets = TRANSITIONS[act]
    if state not in sources or to not in targets:
        raise NotNow(f"{act} does not fit {state}")
    return to


def possible(state: State) -> tuple[Act, ...]:
    """The acts that fit this state, the nearest to help first."""
    return tuple(act for act, (sources, _to) in TRANSITIONS.items() if state in sources)


def is_open(state: State) -> bool:
    return state is not State.CLOSED
