"""Review, end of the help, reopening, aftercare."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.commands.close_case import close_case as close
from simpul.casework.commands.plan_aftercare import plan_aftercare as plan_days
from simpul.casework.commands.record_aftercare import record_aftercare as record
from simpul.casework.commands.reopen_case import reopen_case as reopen
from simpul.casework.commands.review_case import review_case as review
from simpul.casework.queries.endings import case_endings
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.desk.drafting import draft_of
from simpul.web.desk.plans import ending_picture as picture
from simpul.web.desk.plans.ending_forms import (
    CloseForm,
    DaysForm,
    ReopenForm,
    ReviewForm,
    VisitForm,
    first_days,
    standing_words,
)
from simpul.web.desk.plans.places import act_page, around
from simpul.web.desk.plans.rows import opened
from simpul.web.ui.acting import ActorRequest


@at_desk("GET", "POST")
def review_case(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """What changed, how the client sees it, what follows; and the reviews so far."""
    frame = around(request, case_id, "review_case")
    found = case_endings(request.actor, case_id)
    form = ReviewForm(request.POST or None, initial=draft_of(request, request.path))
    form.draft_key = request.path
    fits = frame["row"].stage in {"intervention", "review"} and may(request.actor, "casework.review_case")
    return act_page(
        request,
        form,
        lambda: review(request.actor, case_id, **form.facts),
        reverse("review_case", args=[case_id]),
        around=frame,
        template="review",
        heading=_("Monitoring and evaluation"),
        submit=_("Keep the review"),
        said=_("The review is kept."),
        reviews=picture.reviews(request, found),
        goals=picture.goals(frame["file"]),
        fits=fits,
        begun=form.is_bound or bool(form.initial) or not found.reviews,
        next_step=picture.next_step(found, case_id) if fits else None,
    )


@at_desk("GET", "POST")
def close_case(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Write the termination: why, what was reached, what remains, the way back, aftercare."""
    frame = around(request, case_id, "case_aftercare")
    if frame["ended"]:
        return redirect("case_aftercare", case_id)
    usual = case_endings(request.actor, case_id).usual_days
    form = opened(request, CloseForm, first={**first_days(usual), **standing_words()})
    assert isinstance(form, CloseForm)
    words: dict[str, Any] = {
        "heading": _("End the help"),
        "submit": _("End the help"),
        "days": form.shown("days"),
    }
    back = reverse("case_aftercare", args=[case_id])
    if request.POST.get("rows"):
        return render(request, "desk/plans/close.html", {**frame, **words, "form": form, "back": back})
    return act_page(
        request,
        form,
        lambda: close(request.actor, case_id, **form.ending()),
        back,
        around=frame,
        template="close",
        said=_("The end is written and the dates of aftercare are planned."),
        **words,
    )


@at_desk("GET", "POST")
def reopen_case(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Take a closed case up again."""
    frame = around(request, case_id, "case_aftercare")
    form = ReopenForm(request.POST or None)
    return act_page(
        request,
        form,
        lambda: reopen(request.actor, case_id, **form.facts),
        frame["case_url"],
        around=frame,
        heading=_("Reopen the case"),
        submit=_("Reopen"),
        lead=_("What was before stays as it was."),
        said=_("The case is open again."),
    )


@at_desk()
def case_aftercare(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """How the help ended, and how the client fares since."""
    frame = around(request, case_id, "case_aftercare")
    found = case_endings(request.actor, case_id)
    row, actor = frame["row"], request.actor
    context = {
        **frame,
        "closures": picture.closures(request, found),
        "reopenings": picture.reopenings(request, found),
        "visits": picture.visits(found, case_id) if found.visits else None,
        "may_close": not frame["ended"] and may(actor, "casework.close_case"),
        "may_plan": row.stage == "aftercare" and may(actor, "casework.plan_aftercare"),
        "may_reopen": frame["ended"] and may(actor, "casework.reopen_case"),
    }
    return render(request, "desk/plans/aftercare.html", context)


@at_desk("GET", "POST")
def plan_aftercare(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Agree on further dates."""
    frame = around(request, case_id, "case_aftercare")
    form = opened(request, DaysForm)
    assert isinstance(form, DaysForm)
    words: dict[str, Any] = {
        "heading": _("Further dates of aftercare"),
        "submit": _("Plan these dates"),
        "days": form.shown("days"),
    }
    back = reverse("case_aftercare", args=[case_id])
    if request.POST.get("rows"):
        return render(request, "desk/plans/days.html", {**frame, **words, "form": form, "back": back})
    return act_page(
        request,
        form,
        lambda: plan_days(request.actor, case_id, days=form.days()),
        back,
        around=frame,
        template="days",
        said=_("The dates are planned."),
        **words,
    )


@at_desk("GET", "POST")
def record_aftercare(request: ActorRequest, case_id: uuid.UUID, visit_id: uuid.UUID) -> HttpResponse:
    """Record how the client fares."""
    frame = around(request, case_id, "case_aftercare")
    visits = {one.id: one for one in case_endings(request.actor, case_id).visits}
    if visit_id not in visits:
        raise Http404
    form = VisitForm(request.POST or None, initial=draft_of(request, request.path))
    form.draft_key = request.path
    return act_page(
        request,
        form,
        lambda: record(request.actor, visit_id, **form.facts),
        reverse("case_aftercare", args=[case_id]),
        around=frame,
        heading=_("Aftercare"),
        submit=_("Keep"),
        lead=picture.day_of(visits[visit_id]),
        said=_("Kept. The team was told that it got worse: think of reopening the case.")
        if request.POST.get("situation") == "worse"
        else _("Kept."),
    )
