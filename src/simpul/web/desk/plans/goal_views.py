"""Promises made on the way, and how far goals were reached."""

from __future__ import annotations

import uuid

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.commands.scale_goal import scale_goal as scale
from simpul.casework.commands.set_commitment import set_commitment as promise
from simpul.casework.commands.settle_commitment import settle_commitment as settle
from simpul.casework.queries.promises import promises
from simpul.web.desk.door import at_desk
from simpul.web.desk.plans import plan_picture as picture
from simpul.web.desk.plans.places import act_page, around
from simpul.web.desk.plans.plan_forms import PromiseForm, ScaleForm, SettleForm
from simpul.web.ui.acting import ActorRequest


@at_desk("GET", "POST")
def set_commitment(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Hold goal and present fact side by side, and note who promises the next thing."""
    frame = around(request, case_id, "case_plan")
    plan = frame["file"].plan
    form = PromiseForm(request.POST or None, initial={"goal_id": request.GET.get("tujuan", "")})
    goals = [(str(goal.id), goal.client_words) for goal in plan.goals] if plan else []
    field = form.fields["goal_id"]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", _("For the whole plan")), *goals]
    return act_page(
        request,
        form,
        lambda: promise(request.actor, case_id, **form.facts),
        reverse("case_plan", args=[case_id]),
        around=frame,
        heading=_("Note a promise"),
        submit=_("Keep the promise"),
        said=_("The promise is kept."),
    )


@at_desk("GET", "POST")
def settle_commitment(request: ActorRequest, case_id: uuid.UUID, action_id: uuid.UUID) -> HttpResponse:
    """Say what became of a promise."""
    frame = around(request, case_id, "case_plan")
    action = next((one for one in promises(request.actor, case_id) if one.id == action_id), None)
    if action is None:
        raise Http404
    form = SettleForm(request.POST or None)
    return act_page(
        request,
        form,
        lambda: settle(request.actor, action_id, **form.facts),
        reverse("case_plan", args=[case_id]),
        around=frame,
        heading=_("What became of the promise"),
        submit=_("Keep"),
        lead=action.what,
        said=_("Kept."),
    )


@at_desk("GET", "POST")
def scale_goal(request: ActorRequest, case_id: uuid.UUID, goal_id: uuid.UUID) -> HttpResponse:
    """Score a goal of the plan in force, together with the client."""
    frame = around(request, case_id, "case_plan")
    plan = frame["file"].plan
    goal = next((one for one in plan.goals if one.id == goal_id), None) if plan else None
    if goal is None:
        raise Http404
    form = ScaleForm(request.POST or None, steps=goal.steps)
    return act_page(
        request,
        form,
        lambda: scale(request.actor, goal_id, **form.facts),
        reverse("case_plan", args=[case_id]),
        around=frame,
        template="scale_goal",
        goal=goal,
        scale=picture.scale_of(goal),
        heading=_("How far was this goal reached?"),
        submit=_("Keep the score"),
        said=_("The score is kept."),
    )
