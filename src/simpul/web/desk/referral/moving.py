"""The acts that move a referral, as the desk records what it hears from the agency and the client."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.referral.commands.accept_referral import accept_referral as accept
from simpul.referral.commands.close_referral import close_referral as close
from simpul.referral.commands.decline_referral import decline_referral as decline
from simpul.referral.commands.note_barrier import note_barrier as note
from simpul.referral.commands.recall_referral import recall_referral as recall
from simpul.referral.commands.receive_referral import receive_referral as receive
from simpul.referral.commands.record_attendance import record_attendance as attend
from simpul.referral.commands.report_outcome import report_outcome as report
from simpul.referral.commands.schedule_referral import schedule_referral as schedule
from simpul.referral.commands.settle_barrier import settle_barrier as settle
from simpul.referral.commands.waitlist_referral import waitlist_referral as waitlist
from simpul.web.desk.casework.act_page import act_page, bound
from simpul.web.desk.door import at_desk
from simpul.web.desk.referral.places import barrier_for, file_for, referral_page, seen_for
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.referrals import forms
from simpul.web.ui.referrals.forms import kinds_of


def _simple(
    request: ActorRequest, referral_id: uuid.UUID, act: Any, form_class: type[Any], **words: Any
) -> HttpResponse:
    """An act whose answers are its facts."""
    view = seen_for(request, referral_id, act.act.function.__name__)
    form = bound(request, form_class)
    return referral_page(request, view, form, lambda: act(request.actor, referral_id, **form.facts), **words)


def _with_barrier(
    request: ActorRequest, referral_id: uuid.UUID, act: Any, form_class: type[forms.BarrierForm],
    *, leading: tuple[str, ...], **words: Any,
) -> HttpResponse:  # fmt: skip
    """An act that may have met a barrier: its own questions lead, the barrier's follow where they matter."""
    view = seen_for(request, referral_id, act.act.function.__name__)
    form = bound(request, form_class, kinds=kinds_of(request.actor))
    return referral_page(
        request, view, form, lambda: act(request.actor, referral_id, **form.facts), **words,
        template="desk/referral/with_barrier.html", only_if=leading[0],
        leading=[form[name] for name in leading],
    )  # fmt: skip


@at_desk("GET", "POST")
def receive_referral(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """The agency has it."""
    return _simple(
        request, referral_id, receive, forms.ReceiveForm, heading=_("The referral has arrived"),
        submit=_("Record"), said=_("Recorded: the agency has it."),
    )  # fmt: skip


@at_desk("GET", "POST")
def accept_referral(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """The agency says yes."""
    return _simple(
        request, referral_id, accept, forms.AcceptForm, heading=_("The agency accepts"),
        submit=_("Record"), said=_("Recorded. Agree a date as soon as you can."),
    )  # fmt: skip


@at_desk("GET", "POST")
def waitlist_referral(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """There is no place yet."""
    return _simple(
        request, referral_id, waitlist, forms.WaitlistForm, heading=_("On the waiting list"),
        submit=_("Record"), said=_("Recorded. You are reminded on that day."),
    )  # fmt: skip


@at_desk("GET", "POST")
def decline_referral(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """The agency says no."""
    return _simple(
        request, referral_id, decline, forms.DeclineForm, heading=_("The agency declines"),
        submit=_("Record"), said=_("Recorded. Look for another way with the client."),
    )  # fmt: skip


@at_desk("GET", "POST")
def schedule_referral(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """A date is agreed."""
    return _simple(
        request, referral_id, schedule, forms.ScheduleForm, heading=_("A date is agreed"),
        submit=_("Record"), said=_("Recorded. Tell the client, and what to bring."),
    )  # fmt: skip


@at_desk("GET", "POST")
def recall_referral(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """Take it back."""
    return _simple(
        request, referral_id, recall, forms.RecallForm, heading=_("Take the referral back"),
        submit=_("Take it back now"), said=_("Taken back: the agency reads nothing any more."), danger=True,
        lead=_("From this moment the agency reads nothing any more, whoever has the letter."),
    )  # fmt: skip


@at_desk("GET", "POST")
def close_referral(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """Ask the client, and close the loop with her."""
    return _simple(
        request, referral_id, close, forms.CloseForm, heading=_("How does the client see it?"),
        submit=_("Close the referral"), said=_("The loop is closed."),
    )  # fmt: skip


@at_desk("GET", "POST")
def record_attendance(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """She went, or something was in the way."""
    return _with_barrier(
        request, referral_id, attend, forms.AttendanceForm, leading=("attended",),
        heading=_("Did the client come?"), submit=_("Record"), said=_("Recorded."),
        lead=_("If not: ask her what was in the way. It is nobody's fault, and it shows what must change."),
    )  # fmt: skip


@at_desk("GET", "POST")
def report_outcome(request: ActorRequest, referral_id: uuid.UUID) -> HttpResponse:
    """What came of it."""
    return _with_barrier(
        request, referral_id, report, forms.OutcomeForm, leading=("outcome", "words"),
        heading=_("What came of it?"), submit=_("Record"),
        said=_("Recorded. Now ask the client how she sees it."),
    )  # fmt: skip


@at_desk("GET", "POST")
def note_barrier(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Two taps: open this page, tap what was in the way."""
    file = file_for(request, case_id, "note_barrier")
    kinds = kinds_of(request.actor)
    form = bound(request, forms.NoteForm, kinds=kinds)
    return act_page(
        request,
        file,
        form,
        lambda: note(request.actor, case_id, barrier=form.barrier),
        heading=_("What was in the way?"),
        submit="",
        said=_("Noted. It counts, also when nothing can be done about it today."),
        lead=_("Tap what fits; more can be told, but need not."),
        back=reverse("case_referrals", args=[case_id]),
        template="desk/referral/note_barrier.html",
        kinds=kinds,
    )


@at_desk("GET", "POST")
def settle_barrier(request: ActorRequest, barrier_id: uuid.UUID) -> HttpResponse:
    """What was tried, and whether it still stands."""
    _view, file = barrier_for(request, barrier_id, "settle_barrier")
    form = bound(request, forms.SettleForm)
    return act_page(
        request,
        file,
        form,
        lambda: settle(request.actor, barrier_id, **form.facts),
        heading=_("What was tried"),
        submit=_("Record"),
        said=_("Recorded. What was tried helps the next one, too."),
        lead=_("A try that failed counts as much as one that worked."),
        back=reverse("barrier", args=[barrier_id]),
        template="desk/referral/settle_barrier.html",
    )
