"""How a referral is told: its state, its line of steps, what happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django.utils.translation import gettext as _

from simpul.referral.choices import ByWhom, DeclineReason, Outcome, RecallReason, ReferralState
from simpul.referral.rows import StepRow
from simpul.referral.rules.loop import BESIDE, WAY, Act, Party, State
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.stepper.props import Stage, Stepper
from simpul.web.ui.components.timeline.props import Entry, Timeline
from simpul.web.ui.components.tones import Tone
from simpul.web.ui.formats import short_day

TONES: dict[str, Tone] = {
    State.DRAFT: "plain",
    State.SENT: "info",
    State.RECEIVED: "info",
    State.ACCEPTED: "good",
    State.WAITLISTED: "warn",
    State.DECLINED: "bad",
    State.SCHEDULED: "good",
    State.ATTENDED: "good",
    State.MISSED: "warn",
    State.SERVED: "good",
    State.PARTLY: "warn",
    State.NOT_SERVED: "bad",
    State.RECALLED: "plain",
    State.EXPIRED: "bad",
    State.CLOSED: "plain",
}
ICONS: dict[str, str] = {
    State.DRAFT: "file-pen",
    State.SENT: "send",
    State.RECEIVED: "inbox",
    State.ACCEPTED: "handshake",
    State.WAITLISTED: "hourglass",
    State.DECLINED: "ban",
    State.SCHEDULED: "calendar-check",
    State.ATTENDED: "footprints",
    State.MISSED: "triangle-alert",
    State.SERVED: "heart-handshake",
    State.PARTLY: "heart-handshake",
    State.NOT_SERVED: "octagon-alert",
    State.RECALLED: "undo-2",
    State.EXPIRED: "timer",
    State.CLOSED: "flag",
}


def state_badge(state: str) -> Badge:
    """Where it stands, in a word."""
    return Badge(str(ReferralState(state).label), TONES[state], ICONS[state])


def waits_for(party: str) -> str:
    """Who is waited for."""
    return {
        Party.DESK: _("Our office"),
        Party.AGENCY: _("The agency"),
        Party.NOBODY: _("Nobody: it is closed"),
    }[Party(party)]


def act_label(act: str) -> str:
    """An act as a button says it."""
    return {
        Act.DRAFT: _("Write a referral"),
        Act.SEND: _("Look at what goes, and send"),
        Act.RECEIVE: _("It has arrived"),
        Act.ACCEPT: _("Accept"),
        Act.WAITLIST: _("Put on the waiting list"),
        Act.DECLINE: _("Decline"),
        Act.SCHEDULE: _("Agree a date"),
        Act.ATTEND: _("Did the client come?"),
        Act.REPORT: _("Report what came of it"),
        Act.RECALL: _("Take it back"),
        Act.EXPIRE: _("No answer came"),
        Act.CLOSE: _("Ask the client and close"),
    }[Act(act)]


def stepper(state: str, steps: Iterable[StepRow]) -> Stepper:
    """The way to help as a line; what lies beside it stands where it was left."""
    reached = {one.to_state: one.at for one in steps}
    here = BESIDE.get(State(state), State(state))
    if here not in WAY:  # taken back or run out: as far as it came
        here = max((one for one in WAY if one in reached), key=WAY.index, default=State.DRAFT)
    place = WAY.index(here)
    stages = []
    for number, one in enumerate(WAY):
        label = str(ReferralState(state if number == place else one).label)
        at = reached.get(state if number == place else one)
        look = "current" if number == place else "ahead" if number > place else "done"
        if look == "done" and one not in reached:
            look = "skipped"
        stages.append(Stage(label, cast(Any, look), short_day(at) if at else ""))
    return Stepper(tuple(stages), label=_("The way of the referral"))


def reason_words(reason: str) -> str:
    """The typed reason of a step, in words."""
    for choices in (DeclineReason, RecallReason, Outcome):
        if reason in choices.values:
            return str(choices(reason).label)
    return ""


def history(steps: Iterable[StepRow], agency: str) -> Timeline:
    """Every step, the newest first."""
    sides: Mapping[str, str] = {ByWhom.PARTNER: agency, ByWhom.SYSTEM: "Simpul"}
    return Timeline(
        tuple(
            Entry(
                str(ReferralState(one.to_state).label),
                one.at,
                icon=ICONS[one.to_state],
                tone=TONES[one.to_state],
                by=" · ".join(part for part in (one.by, sides.get(one.by_whom, "")) if part),
                text="\n".join(part for part in (reason_words(one.reason), one.words) if part),
            )
            for one in sorted(steps, key=lambda step: -step.number)
        )
    )
