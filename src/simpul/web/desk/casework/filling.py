"""An assessment's instrument, page by page: kept at every step, asked anew when an answer changes."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.choices import AssessmentKind
from simpul.casework.commands.save_assessment_draft import save_assessment_draft
from simpul.casework.queries.assessments import AssessmentPicture, assessment_view
from simpul.instruments.queries.forms import Form
from simpul.kernel.errors import ActError, Conflict, ConsentMissing, Hidden
from simpul.safeguards.consent import Purpose
from simpul.web.desk.casework import picture
from simpul.web.desk.casework.act_page import open_file
from simpul.web.desk.casework.assessing import instrument_of
from simpul.web.desk.casework.consent_door import consent_door
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.instrument import InstrumentForm, answers_view
from simpul.web.ui.language import say
from simpul.worklist.commands.drop_draft import drop_draft
from simpul.worklist.queries.drafts import my_draft

KEEPING = frozenset({"save", "next", "back"})


@at_desk("GET", "POST")
def fill_assessment(request: ActorRequest, assessment_id: uuid.UUID) -> HttpResponse:
    """Answer the questions; each turn of a page keeps what stands there."""
    one = assessment_view(request.actor, assessment_id)
    file = open_file(request, one.case_id, "save_assessment_draft")
    questions = instrument_of(request.actor, one)
    if questions is None or one.state != "draft":
        return redirect("assessment", assessment_id)
    page = _page(request, one, questions)
    refusal = _keep(request, one, page) if page.action in KEEPING and request.method == "POST" else None
    if page.wants_save and page.is_valid() and refusal is None:
        drop_draft(request.actor, key=request.path)
        messages.success(request, _("The answers are kept. Now tell it as a whole."))
        return redirect("assessment", assessment_id)
    now = assessment_view(request.actor, assessment_id) if page.action in KEEPING else one
    context = {
        "file": file,
        "banner": picture.banner(file),
        "heading": str(AssessmentKind(one.kind).label),
        "back": reverse("assessment", args=[assessment_id]),
        "instrument": page,
        "version": now.version,
        "refusal": say(refusal.text) if refusal else "",
        "theirs": answers_view(questions, now.answers) if isinstance(refusal, Conflict) else None,
        "consent_door": consent_door(file, Purpose.CASEWORK, typed=isinstance(refusal, ConsentMissing)),
    }
    return render(
        request, "desk/casework/fill_assessment.html", context, status=422 if refusal else page.status
    )


def _page(request: ActorRequest, one: AssessmentPicture, questions: Form) -> InstrumentForm:
    """The form as sent; else as typed and not sent; else as kept."""
    data = request.POST if request.method == "POST" else _typed_before(request)
    return InstrumentForm(
        questions, data, answers=one.answers or None, draft_key=request.path, draft_url=reverse("draft")
    )


def _typed_before(request: ActorRequest) -> QueryDict | None:
    draft = my_draft(request.actor, key=request.path)
    if draft is None:
        return None
    answers = QueryDict(draft.body, mutable=True)
    answers["do"] = "refresh"
    return answers


def _keep(request: ActorRequest, one: AssessmentPicture, page: InstrumentForm) -> ActError | None:
    """Keep the answers at this version; an objection is shown with everything typed."""
    text = request.POST.get("version", "")
    version = int(text) if text.isdecimal() and len(text) < 9 else 0
    try:
        save_assessment_draft(request.actor, one.id, version=version, answers=page.answers)
    except Hidden as hidden:
        raise Http404 from hidden
    except ActError as error:
        return error
    return None
