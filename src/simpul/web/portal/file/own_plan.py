"""Her plan: read, answered in her own words, and each goal rated by herself."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.commands.answer_own_plan import answer_own_plan
from simpul.casework.commands.rate_own_goal import rate_own_goal
from simpul.casework.queries.client_view import client_view
from simpul.web.portal.door import in_portal
from simpul.web.portal.file.forms import GoalRating, PlanAnswer
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.components.goal_scale.props import value_label
from simpul.web.ui.drafting import draft_of, perform_and_forget


@in_portal("GET", "POST")
def answer_plan(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """The plan that waits for her answer; once answered, or taken back by the worker, she is told so."""
    asked = client_view(request.actor, case_id).asked
    if asked is None:
        messages.info(request, _("No plan waits for your answer at the moment."))
        return redirect("portal_file", case_id)
    data = request.POST if request.method == "POST" else None
    form = PlanAnswer(data, goals=asked.goals, version=asked.version, initial=draft_of(request, request.path))
    form.draft_key = request.path
    answer = form.is_bound and perform_and_forget(
        request,
        form,
        lambda: answer_own_plan(
            request.actor, asked.id, version=form.read_version or 0, agreed=form.cleaned_data["agreed"],
            client_words=form.cleaned_data["client_words"], remarks=form.remarks,
        ),
        reverse("portal_file", args=[case_id]),
    )  # fmt: skip
    if answer:
        messages.success(request, _("Your answer is kept as you wrote it. Your worker has been told."))
    context = {"form": form, "plan": asked, "case_id": case_id}
    return answer or render(request, "portal/file/answer_plan.html", context, status=form.status)


@in_portal("GET", "POST")
def rate_goal(request: ActorRequest, case_id: uuid.UUID, goal_id: uuid.UUID) -> HttpResponse:
    """Her own rating of one goal, beside those she gave before."""
    own = client_view(request.actor, case_id)
    goal = next((one for one in own.goals if one.id == goal_id), None)
    if goal is None or not own.may_rate:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = GoalRating(data, goal=goal, initial=draft_of(request, request.path))
    form.draft_key = request.path
    back = reverse("portal_file", args=[case_id])
    answer = form.is_bound and perform_and_forget(
        request, form, lambda: rate_own_goal(request.actor, goal_id, **form.facts), back
    )
    if answer:
        messages.success(request, _("Kept. Your rating stands beside your worker's, not in its place."))
    context = {
        "form": form,
        "goal": goal,
        "case_id": case_id,
        "before": [(one, value_label(one.score)) for one in reversed(goal.ratings)],
    }
    return answer or render(request, "portal/file/rate_goal.html", context, status=form.status)
