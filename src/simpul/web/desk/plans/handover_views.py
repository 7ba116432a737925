"""A case passes from one worker to another; complaints that somebody above answers."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.commands.accept_handover import accept_handover as accept
from simpul.casework.commands.answer_complaint import answer_complaint as answer
from simpul.casework.commands.hand_over_case import hand_over_case as offer
from simpul.casework.commands.withdraw_handover import withdraw_handover as withdraw
from simpul.casework.queries.complaints import complaints as complaints_of
from simpul.casework.queries.endings import case_handovers
from simpul.casework.queries.handovers import HandoverPicture, handovers_for_me
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.desk.plans import ending_picture as picture
from simpul.web.desk.plans.ending_forms import ComplaintForm, HandoverForm, TakeOverForm
from simpul.web.desk.plans.places import act_page, around
from simpul.web.ui.acting import ActorRequest
from simpul.workforce.queries.colleagues import colleagues


def _offered(request: ActorRequest, case_id: uuid.UUID) -> HandoverPicture | None:
    """The offer of this case that waits for the reader, who need not reach the case yet."""
    if not may(request.actor, "casework.handovers_for_me"):
        return None
    return next(
        (
            one
            for one in handovers_for_me(request.actor)
            if one.case_id == case_id and one.to_staff_id == request.actor.staff_id
        ),
        None,
    )


@at_desk("GET", "POST")
def hand_over_case(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Offer the case to a colleague; the one asked answers here."""
    waiting = _offered(request, case_id)
    if waiting is not None:
        return _take_over(request, waiting)
    frame = around(request, case_id, "hand_over_case")
    able = colleagues(request.actor, able_to="casework.accept_handover")
    people = [one for one in able if one.staff_id != frame["row"].worker_id]
    form = HandoverForm(request.POST or None, people=people)
    fits = not frame["ended"] and not frame["file"].handover_id and frame["row"].worker_id is not None
    return act_page(
        request,
        form,
        lambda: offer(request.actor, case_id, **form.offer()),
        reverse("hand_over_case", args=[case_id]),
        around=frame,
        template="handover",
        heading=_("Hand-over"),
        submit=_("Offer the case"),
        said=_("The case is offered. Until the colleague says yes, the present worker answers for it."),
        handovers=picture.handovers(request, case_handovers(request.actor, case_id)),
        fits=fits and may(request.actor, "casework.hand_over_case"),
        may_withdraw=may(request.actor, "casework.withdraw_handover"),
    )


@at_desk("POST")
def withdraw_handover(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Take the offer back that waits for an answer."""
    waiting = [one for one in case_handovers(request.actor, case_id) if one.state == "offered"]
    if not waiting:
        messages.info(request, _("No offer waits for an answer any more."))
    else:
        withdraw(request.actor, waiting[0].id)
        messages.success(request, _("The offer is taken back; the present worker answers for the case."))
    return redirect("hand_over_case", case_id)


def _take_over(request: ActorRequest, waiting: HandoverPicture) -> HttpResponse:
    """Answer an offered case: the file itself opens with the yes."""
    form = TakeOverForm(request.POST or None)
    return act_page(
        request,
        form,
        lambda: accept(request.actor, waiting.id, **form.facts),
        reverse("case", args=[waiting.case_id])
        if request.POST.get("accept") == "yes"
        else reverse("desk_tasks"),
        around={"offer": picture.offer(request, waiting)},
        template="take_over",
        heading=_("A case is offered to you"),
        submit=_("Send the answer"),
        said=_("Your answer is kept."),
    )


@at_desk()
def complaints(request: ActorRequest) -> HttpResponse:
    """Complaints that wait for an answer; ``?semua=1`` shows those answered too."""
    everything = request.GET.get("semua") == "1"
    found = complaints_of(request.actor, open_only=not everything, limit=200)
    context = {"table": picture.complaint_rows(found), "everything": everything}
    return render(request, "desk/plans/complaints.html", context)


@at_desk("GET", "POST")
def answer_complaint(request: ActorRequest, complaint_id: uuid.UUID) -> HttpResponse:
    """One complaint in the client's words, and its answer."""
    found = {one.id: one for one in complaints_of(request.actor, open_only=False, limit=1000)}
    if complaint_id not in found:
        raise Http404
    complaint = found[complaint_id]
    form = ComplaintForm(request.POST or None)
    return act_page(
        request,
        form,
        lambda: answer(request.actor, complaint_id, answer=form.cleaned_data["answer"]),
        reverse("desk_complaints"),
        around={"complaint": complaint, "facts": picture.complaint_facts(complaint)},
        template="complaint",
        heading=complaint.reference,
        submit=_("Send the answer"),
        said=_("The answer is kept; the client reads it in the portal."),
    )
