"""Danger: screened, rated, and met with a plan of the client's own."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.utils.translation import gettext as _

from simpul.casework.choices import Risk
from simpul.casework.commands.rate_risk import rate_risk as rate
from simpul.casework.commands.screen_safety import screen_safety as screen
from simpul.casework.commands.write_safety_plan import write_safety_plan as write_plan
from simpul.casework.queries.form_words import case_words, suggest_risk
from simpul.web.desk.casework.act_page import act_page, bound, open_file
from simpul.web.desk.casework.safety_forms import RiskForm, SafetyPlanForm, ScreenForm
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.components.risk_badge.props import RiskBadge


@at_desk("GET", "POST")
def screen_safety(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Ask the safety questions again."""
    file = open_file(request, case_id, "screen_safety")
    form = bound(request, ScreenForm, asked=case_words(request.actor))
    return act_page(
        request,
        file,
        form,
        lambda: screen(request.actor, case_id, answers=form.answers, words=form.facts["words"]),
        heading=_("Safety screen"),
        submit=_("Keep the answers"),
        said=_("The safety screen is recorded."),
        lead=_("A yes can raise the risk at once; lowering it stays your own judgement."),
        template="desk/casework/screen_safety.html",
    )


@at_desk("GET", "POST")
def rate_risk(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Judge how soon the client must be seen."""
    file = open_file(request, case_id, "rate_risk")
    standing = {"level": file.row.risk, "factors": list(file.risk.factors) if file.risk else []}
    form = bound(request, RiskForm, initial=standing, asked=case_words(request.actor))
    named = form["factors"].value() or []
    named = [named] if isinstance(named, str) else [str(one) for one in named]
    suggestion = suggest_risk(request.actor, factors=named)
    return act_page(
        request,
        file,
        form,
        lambda: rate(request.actor, case_id, **form.facts),
        heading=_("Rate the risk"),
        submit=_("Keep the judgement"),
        said=_("The risk is rated; the next date follows from it."),
        lead=_("Name what you know; the form suggests a level, you judge."),
        template="desk/casework/rate_risk.html",
        suggestion=suggestion,
        suggested=str(Risk(suggestion.level).label),
        badge=RiskBadge(suggestion.level, long=True),
    )


@at_desk("GET", "POST")
def write_safety_plan(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Write a new version of the safety plan together with the client."""
    file = open_file(request, case_id, "write_safety_plan")
    before = file.safety_plan
    kept = {f"part_{code}": text for code, text in (before.parts if before else {}).items()}
    asked = case_words(request.actor)
    initial = {**kept, "review_on": asked.safety_review_on, "with_client": True}
    form = bound(request, SafetyPlanForm, initial=initial, asked=asked)
    return act_page(
        request,
        file,
        form,
        lambda: write_plan(
            request.actor,
            case_id,
            parts=form.plan_parts,
            **{name: form.facts[name] for name in ("review_on", "client_words", "with_client")},
        ),
        heading=_("Safety plan"),
        submit=_("Keep this plan"),
        said=_("The safety plan is kept; earlier versions stay readable."),
        lead=_("In the client's own words: what to watch for, where to go, whom to call."),
    )
