"""The plan of a case: its versions, writing it, the client's answer, the second pair of eyes."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.commands.agree_plan import agree_plan as agree
from simpul.casework.commands.approve_plan import approve_plan as approve
from simpul.casework.commands.ask_plan_answer import ask_plan_answer as ask
from simpul.casework.commands.draft_plan import draft_plan as draft
from simpul.casework.commands.refuse_plan import refuse_plan as refuse
from simpul.casework.commands.revise_plan import revise_plan as revise
from simpul.casework.queries.plans import PlanPicture, PlanRow, goals_chart, plan_versions, plan_view
from simpul.casework.queries.promises import promises
from simpul.safeguards.consent import Purpose
from simpul.web.desk.door import at_desk
from simpul.web.desk.plans import plan_picture as picture
from simpul.web.desk.plans.places import act_page, around, belongs, named
from simpul.web.desk.plans.plan_forms import AnswerForm, ApprovalForm, PlanForm, taken_over
from simpul.web.desk.plans.rows import opened
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.forms import ActForm


def _plan_url(case_id: uuid.UUID) -> str:
    return reverse("case_plan", args=[case_id])


def _version(
    request: ActorRequest,
    case_id: uuid.UUID,
    plan_id: uuid.UUID | None,
    versions: tuple[PlanRow, ...] | None = None,
    in_force: PlanPicture | None = None,
) -> PlanPicture | None:
    """The version asked for: by its id, else the one in work, else the one in force, else the latest."""
    rows = plan_versions(request.actor, case_id) if versions is None else versions
    wanted = {"draft": 0, "agreed": 0, "approved": 1}
    found = plan_id or next(
        (row.id for row in sorted(rows, key=lambda row: (wanted.get(row.state, 2), -row.number))), None
    )
    if found is None:
        return None
    if in_force is not None and in_force.id == found:
        return in_force
    plan = plan_view(request.actor, found)
    belongs(plan.case_id, case_id)
    return plan


@at_desk()
def case_plan(request: ActorRequest, case_id: uuid.UUID, plan_id: uuid.UUID | None = None) -> HttpResponse:
    """The plan: needs, goals with their scores, promises of both sides, versions."""
    frame = around(request, case_id, "case_plan")
    versions = plan_versions(request.actor, case_id)
    plan = _version(request, case_id, plan_id, versions, frame["file"].plan)
    promised = promises(request.actor, case_id)
    names = named(
        request, *(row.by_id for row in versions), *((plan.by_id, plan.approved_by) if plan else ())
    )
    context = {
        **frame,
        "plan": plan,
        "page": picture.page(request.actor, frame["file"], plan, versions, names),
        "chart": picture.chart(goals_chart(request.actor, case_id)),
        "promised": picture.promised(promised, case_id, ended=frame["ended"]),
    }
    return render(request, "desk/plans/plan.html", context)


def _rearranged(request: ActorRequest, frame: dict[str, Any], form: PlanForm) -> HttpResponse:
    """A row more or less: nothing is judged yet, everything typed is shown again."""
    context = {**frame, "form": form, "back": _plan_url(frame["case_id"]), **picture.writing(form)}
    return render(request, "desk/plans/plan_form.html", context)


@at_desk("GET", "POST")
def draft_plan(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Write the first version, or the next one; ``?dari=`` names the version to take over."""
    frame = around(request, case_id, "case_plan")
    if frame["file"].plan_in_work_id:
        return redirect("revise_plan_version", case_id, frame["file"].plan_in_work_id)
    versions = plan_versions(request.actor, case_id)
    first = picture.first_answers(request, versions)
    seen = picture.assessments(frame["file"])
    form = opened(request, PlanForm, first=first, assessments=seen, asks_why=bool(versions))
    if request.POST.get("rows"):
        return _rearranged(request, frame, form)
    return act_page(
        request,
        form,
        lambda: draft(
            request.actor, case_id, **form.parts(), copied_from_id=form.cleaned_data["copied_from_id"],
            change_reason=form.cleaned_data.get("change_reason", ""),
        ),
        _plan_url(case_id),
        around=frame,
        template="plan_form",
        consent_to=Purpose.CASEWORK,
        said=_("The draft is kept. Go through it with the client, then record the answer."),
        **picture.writing(form),
    )  # fmt: skip


def _stored_now(
    request: ActorRequest, case_id: uuid.UUID, plan_id: uuid.UUID | None
) -> tuple[dict[str, object], int | None]:
    """What another has stored meanwhile: read anew, after the race was lost."""
    plan = _version(request, case_id, plan_id)
    return (dict(taken_over(plan, as_copy=False)), plan.version) if plan else ({}, None)


@at_desk("GET", "POST")
def revise_plan(request: ActorRequest, case_id: uuid.UUID, plan_id: uuid.UUID | None = None) -> HttpResponse:
    """Change the draft."""
    frame = around(request, case_id, "case_plan")
    plan = _version(request, case_id, plan_id)
    if plan is None or plan.state != "draft":
        return redirect("case_plan", case_id)
    stored = taken_over(plan, as_copy=False)
    seen = picture.assessments(frame["file"])
    form = opened(request, PlanForm, first=stored, assessments=seen, version=plan.version)
    if request.POST.get("rows"):
        return _rearranged(request, frame, form)
    return act_page(
        request,
        form,
        lambda: revise(request.actor, plan.id, version=form.read_version or 0, **form.parts()),
        _plan_url(case_id),
        around=frame,
        template="plan_form",
        consent_to=Purpose.CASEWORK,
        said=_("The draft is kept."),
        current=lambda: _stored_now(request, case_id, plan_id),
        **picture.writing(form),
    )


@at_desk("GET", "POST")
def agree_plan(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Record the client's yes or no to the draft."""
    frame = around(request, case_id, "case_plan")
    plan = _version(request, case_id, None)
    if plan is None or plan.state != "draft":
        return redirect("case_plan", case_id)
    form = AnswerForm(request.POST or None)

    def act() -> object:
        facts = {**form.facts}
        return (agree if facts.pop("agreed") else refuse)(request.actor, plan.id, **facts)

    return act_page(
        request, form, act, _plan_url(case_id), around=frame, template="plan_answer", plan=plan,
        heading=_("The client's answer"), submit=_("Keep the answer"),
        goals=picture.goal_scales(plan), said=_("The answer is kept."),
    )  # fmt: skip


@at_desk("GET", "POST")
def ask_plan_answer(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Lay the draft before the client in the portal."""
    frame = around(request, case_id, "case_plan")
    plan = _version(request, case_id, None)
    if plan is None or plan.state != "draft" or plan.asked:
        return redirect("case_plan", case_id)
    form = ActForm(request.POST if request.method == "POST" else None)
    return act_page(
        request, form, lambda: ask(request.actor, plan.id), _plan_url(case_id), around=frame,
        template="plan_answer", plan=plan, heading=_("Lay the plan before the client"),
        submit=_("Show it in the portal"), goals=picture.goal_scales(plan),
        lead=_("She reads these goals at home, may say something to each, and agrees or refuses."),
        said=_("The client finds the plan in the portal. You are told when she answers."),
    )  # fmt: skip


@at_desk("GET", "POST")
def approve_plan(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Somebody else than the writer looks at the agreed plan."""
    frame = around(request, case_id, "case_plan")
    plan = _version(request, case_id, None)
    if plan is None or plan.state != "agreed":
        return redirect("case_plan", case_id)
    form = ApprovalForm(request.POST or None)
    return act_page(
        request,
        form,
        lambda: approve(request.actor, plan.id, **form.facts),
        _plan_url(case_id),
        around=frame,
        template="plan_answer",
        plan=plan,
        heading=_("Look at the plan"),
        submit=_("Keep the judgement"),
        goals=picture.goal_scales(plan),
        said=_("The judgement is kept and the writer was told."),
        own=picture.wrote(request.actor, plan),
    )
