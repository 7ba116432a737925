"""Her file in plain words; writing and complaining; papers."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from simpul.casework.commands.complain import complain as keep_complaint
from simpul.casework.commands.write_from_portal import write_from_portal
from simpul.casework.queries.client_view import client_view, own_cases
from simpul.casework.queries.form_words import case_words
from simpul.casework.queries.what_i_was_told import services_i_was_told, what_i_was_told
from simpul.documents.queries.document_file import document_pdf
from simpul.documents.queries.documents_of import my_documents
from simpul.referral.queries.own_referrals import own_referrals
from simpul.web.portal.door import in_portal
from simpul.web.portal.file.forms import Complaint, Letter
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.drafting import draft_of, perform_and_forget
from simpul.web.ui.referrals.words import state_badge
from simpul.worklist.queries.drafts import my_drafts


@in_portal()
def home(request: ActorRequest) -> HttpResponse:
    """What comes next, and where everything is."""
    cases = own_cases(request.actor)
    context = {
        "cases": cases,
        "newest": client_view(request.actor, cases[0].id) if cases else None,
        "drafts": [draft for draft in my_drafts(request.actor) if draft.key.startswith("/portal/")],
    }
    return render(request, "portal/file/home.html", context)


@in_portal()
def own_file(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """One case: stage, plan, what was explained, how to come back or complain."""
    context = {
        "own": client_view(request.actor, case_id),
        "told": what_i_was_told(request.actor, case_id),
        "services": services_i_was_told(request.actor, case_id),
        "referrals": [(one, state_badge(one.state)) for one in own_referrals(request.actor, case_id)],
    }
    return render(request, "portal/file/own_file.html", context)


@in_portal()
def steps(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """The safety plan, on a page of its own that is opened on purpose."""
    own = client_view(request.actor, case_id)
    names = case_words(request.actor).safety_parts
    parts = [(name, own.safety_plan[code]) for code, name in names if own.safety_plan.get(code)]
    return render(request, "portal/file/steps.html", {"own": own, "parts": parts})


@in_portal("GET", "POST")
def write(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """A letter to the worker, and the letters before."""
    own = client_view(request.actor, case_id)
    form = Letter(request.POST if request.method == "POST" else None, initial=draft_of(request, request.path))
    form.draft_key = request.path
    answer = form.is_bound and perform_and_forget(
        request, form, lambda: write_from_portal(request.actor, case_id, **form.facts), request.path
    )
    if answer:
        messages.success(request, _("Sent. You see here when it has been read."))
    return answer or render(request, "portal/file/write.html", {"form": form, "own": own}, status=form.status)


@in_portal("GET", "POST")
def complain(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Something was not right; those complained about do not read it."""
    own = client_view(request.actor, case_id)
    form = Complaint(
        request.POST if request.method == "POST" else None, initial=draft_of(request, request.path)
    )
    form.draft_key = request.path
    answer = form.is_bound and perform_and_forget(
        request, form, lambda: keep_complaint(request.actor, case_id, **form.facts), request.path
    )
    if answer:
        messages.success(request, _("Received. You see the answer on this page."))
    return answer or render(
        request, "portal/file/complain.html", {"form": form, "own": own}, status=form.status
    )


@in_portal()
def papers(request: ActorRequest) -> HttpResponse:
    """What was written for her."""
    return render(request, "portal/file/papers.html", {"papers": my_documents(request.actor)})


@in_portal()
def paper(request: ActorRequest, document_id: uuid.UUID) -> HttpResponse:
    """One of them, under a file name that says nothing."""
    file = document_pdf(request.actor, document_id)
    named = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.media_type, headers=named)
