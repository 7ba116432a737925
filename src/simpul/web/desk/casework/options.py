"""The ways out weighed with the client, and what she decided."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.choices import Choice
from simpul.casework.commands.offer_options import offer_options as offer
from simpul.casework.commands.record_decision import record_decision as decide
from simpul.casework.queries.options import options_sheets
from simpul.safeguards.consent import Purpose
from simpul.web.desk.casework.act_page import act_page, bound, open_file
from simpul.web.desk.casework.option_forms import DecisionForm, OptionsForm
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest


@at_desk("GET", "POST")
def offer_options(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """The sheets so far with their decisions, and a new sheet."""
    file = open_file(request, case_id, "offer_options")
    form = bound(request, OptionsForm)
    sheets = options_sheets(request.actor, case_id)
    return act_page(
        request,
        file,
        form,
        lambda: offer(
            request.actor,
            case_id,
            options=form.options,
            **{name: form.facts[name] for name in ("question", "information", "advice", "present")},
        ),
        heading=_("Options and decision"),
        submit=_("Keep this sheet"),
        said=_("The sheet is kept. Record what the client decides, now or later."),
        lead=_("The client chooses. Your advice stands beside the choice, not in its place."),
        template="desk/casework/offer_options.html",
        done_url=reverse("offer_options", args=[case_id]),
        consent_to=Purpose.CASEWORK,
        sheets=sheets,
        choices=dict(Choice.choices),
        writing=form.is_bound or not sheets or "baru" in request.GET,
    )


@at_desk("GET", "POST")
def record_decision(request: ActorRequest, case_id: uuid.UUID, sheet_id: uuid.UUID) -> HttpResponse:
    """Keep what the client decided on a sheet; a later decision stands beside it."""
    file = open_file(request, case_id, "record_decision")
    sheet = next((one for one in options_sheets(request.actor, case_id) if one.id == sheet_id), None)
    if sheet is None:
        raise Http404
    form = bound(request, DecisionForm, ways=[(str(one.id), one.title) for one in sheet.options])
    return act_page(
        request,
        file,
        form,
        lambda: decide(request.actor, sheet_id, **form.decision),
        heading=_("The client's decision"),
        submit=_("Keep the decision"),
        said=_("The decision is kept in the client's words."),
        lead=sheet.question,
        done_url=reverse("offer_options", args=[case_id]),
    )
