"""The agency's answers on its one screen: for each act a form, open where it is most likely wanted."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from simpul.kernel.actor import Actor
from simpul.referral.commands.accept_referral import accept_referral
from simpul.referral.commands.decline_referral import decline_referral
from simpul.referral.commands.record_attendance import record_attendance
from simpul.referral.commands.report_outcome import report_outcome
from simpul.referral.commands.schedule_referral import schedule_referral
from simpul.referral.commands.waitlist_referral import waitlist_referral
from simpul.referral.queries.partner_view import PartnerView
from simpul.referral.rules.loop import Act
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.forms import ActForm
from simpul.web.ui.referrals import forms
from simpul.web.ui.referrals.words import act_label

WORDS: dict[str, str] = {
    "terima": Act.ACCEPT,
    "jadwal": Act.SCHEDULE,
    "kehadiran": Act.ATTEND,
    "hasil": Act.REPORT,
    "antre": Act.WAITLIST,
    "tolak": Act.DECLINE,
}
FORMS: dict[str, type[ActForm]] = {
    Act.ACCEPT: forms.AcceptForm,
    Act.SCHEDULE: forms.ScheduleForm,
    Act.ATTEND: forms.AttendanceForm,
    Act.REPORT: forms.OutcomeForm,
    Act.WAITLIST: forms.WaitlistForm,
    Act.DECLINE: forms.DeclineForm,
}
COMMANDS: dict[str, Callable[..., Any]] = {
    Act.ACCEPT: accept_referral,
    Act.SCHEDULE: schedule_referral,
    Act.ATTEND: record_attendance,
    Act.REPORT: report_outcome,
    Act.WAITLIST: waitlist_referral,
    Act.DECLINE: decline_referral,
}


@dataclass(frozen=True)
class Answer:
    """One act with its form."""

    word: str
    label: str
    form: Any
    open: bool


def form_for(request: ActorRequest, act: str, *, sent: bool) -> ActForm:
    """The act's form, as sent or empty; each with a prefix of its own on the one screen."""
    facts: dict[str, Any] = {"auto_id": f"id_{act}_%s"}
    if issubclass(FORMS[act], forms.BarrierForm):
        facts["kinds"] = forms.kinds_of(request.actor)
    return FORMS[act](request.POST if sent else None, **facts)


def answers(
    request: ActorRequest, view: PartnerView, sent: ActForm | None = None, act: str = ""
) -> list[Answer]:
    """The acts that fit now, the most likely open; after a fault, the one that was sent."""
    found: list[Answer] = []
    for word, one in WORDS.items():
        if one not in view.acts:
            continue
        form = sent if sent is not None and one == act else form_for(request, one, sent=False)
        likely = one == act if act else not found
        found.append(Answer(word, act_label(one), form, likely))
    return found


def run(actor: Actor, referral_id: uuid.UUID, act: str, form: ActForm) -> object:
    """Do it, with what the form says."""
    return COMMANDS[act](actor, referral_id, **form.facts)
