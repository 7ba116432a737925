"""The documents of a case: what was issued, and issuing the next one."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.commands.issue_access_report import issue_access_report
from simpul.casework.commands.issue_accompaniment_letter import issue_accompaniment_letter
from simpul.casework.commands.issue_assessment_report import issue_assessment_report
from simpul.casework.commands.issue_conference_minutes import issue_conference_minutes
from simpul.casework.commands.issue_genogram import issue_genogram
from simpul.casework.commands.issue_hand_over import issue_hand_over
from simpul.casework.commands.issue_informed_consent import issue_informed_consent
from simpul.casework.commands.issue_intervention_plan import issue_intervention_plan
from simpul.casework.commands.issue_introduction_letter import issue_introduction_letter
from simpul.casework.commands.issue_laporan_sosial import issue_laporan_sosial
from simpul.casework.commands.issue_progress_report import issue_progress_report
from simpul.casework.commands.issue_safety_plan import issue_safety_plan
from simpul.casework.commands.issue_service_contract import issue_service_contract
from simpul.casework.commands.issue_statement_letter import issue_statement_letter
from simpul.casework.commands.issue_termination_letter import issue_termination_letter
from simpul.casework.queries.paper_drafts import Kind, paper_choices, paper_draft
from simpul.documents.queries.documents_of import documents_of_case
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.desk.drafting import draft_of
from simpul.web.desk.plans import paper_picture as picture
from simpul.web.desk.plans.paper_forms import PaperForm
from simpul.web.desk.plans.places import act_page, around
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.language import reading_language, say

ACTS: dict[Kind, Any] = {
    Kind.INFORMED_CONSENT: issue_informed_consent,
    Kind.SERVICE_CONTRACT: issue_service_contract,
    Kind.ASSESSMENT_REPORT: issue_assessment_report,
    Kind.LAPORAN_SOSIAL: issue_laporan_sosial,
    Kind.INTERVENTION_PLAN: issue_intervention_plan,
    Kind.PROGRESS_REPORT: issue_progress_report,
    Kind.CONFERENCE_MINUTES: issue_conference_minutes,
    Kind.TERMINATION_LETTER: issue_termination_letter,
    Kind.INTRODUCTION_LETTER: issue_introduction_letter,
    Kind.STATEMENT_LETTER: issue_statement_letter,
    Kind.ACCOMPANIMENT_LETTER: issue_accompaniment_letter,
    Kind.HAND_OVER: issue_hand_over,
    Kind.GENOGRAM: issue_genogram,
    Kind.ACCESS_REPORT: issue_access_report,
    Kind.SAFETY_PLAN: issue_safety_plan,
}


@at_desk()
def case_documents(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """What was issued in this case, and what can be issued."""
    frame = around(request, case_id, "case_documents")
    reads = may(request.actor, "documents.documents_of_case")
    issued = documents_of_case(request.actor, case_id=case_id) if reads else ()
    choices = paper_choices(request.actor, case_id)
    context = {
        **frame,
        "issued": picture.issued(issued),
        "choices": [
            one
            for one in picture.choices(choices, case_id)
            if may(request.actor, f"casework.issue_{one.kind}")
        ],
    }
    return render(request, "desk/plans/documents.html", context)


@at_desk("GET", "POST")
def issue_paper(request: ActorRequest, case_id: uuid.UUID, kind: str) -> HttpResponse:
    """Go through the texts of one paper and issue it."""
    if kind not in set(Kind) or kind not in ACTS:
        raise Http404
    chosen = Kind(kind)
    frame = around(request, case_id, "case_documents")
    language = request.GET.get("bahasa") or reading_language()
    draft = paper_draft(request.actor, case_id, kind=chosen.value, language=language)
    first = {**draft.texts, "language": language, **draft_of(request, request.path)}
    form = PaperForm(request.POST if request.method == "POST" else None, draft=draft, initial=first)
    form.draft_key = request.path
    return act_page(
        request,
        form,
        lambda: ACTS[chosen](request.actor, case_id, **form.arguments()),
        lambda made: reverse("desk_document", args=[made]),
        around=frame,
        template="paper",
        heading=say(draft.title),
        submit=_("Issue"),
        back=reverse("case_documents", args=[case_id]),
        said=_("Issued. The PDF is ready below."),
        draft=draft,
    )
