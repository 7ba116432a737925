"""An office's own forms: brought, looked at, published, retired."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from simpul.casework.choices import AssessmentKind
from simpul.instruments.commands.discard_upload import discard_upload as discard
from simpul.instruments.commands.publish_upload import publish_upload as publish
from simpul.instruments.commands.retire_instrument import retire_instrument as retire
from simpul.instruments.commands.upload_instrument import upload_instrument as upload
from simpul.instruments.queries.catalogue import instrument_catalogue
from simpul.instruments.queries.uploads import upload_preview
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.desk.instruments.forms import UploadForm
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import perform
from simpul.web.ui.forms import ActForm
from simpul.web.ui.instrument import InstrumentForm
from simpul.web.ui.language import reading_language


@at_desk("GET", "POST")
def upload_instrument(request: ActorRequest) -> HttpResponse:
    """Bring a form of the own office; what is wrong with it is said by sheet and row."""
    office_id = request.actor.office_id
    if office_id is None or not may(request.actor, "instruments.upload_instrument"):
        raise Http404
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()

    def act() -> uuid.UUID:
        content = form.cleaned_data["workbook"].read()
        return upload(
            request.actor, workbook=content, office_id=office_id, purpose=form.cleaned_data["purpose"]
        )

    done = form.is_bound and perform(request, form, act, lambda made: reverse("upload_preview", args=[made]))
    return done or render(request, "desk/instruments/upload.html", {"form": form}, status=form.status)


@at_desk("GET", "POST")
def preview(request: ActorRequest, upload_id: uuid.UUID) -> HttpResponse:
    """The form as it will be asked; publishing puts it into use."""
    seen = upload_preview(request.actor, upload_id)
    if seen.settled:
        return redirect("desk_instruments")
    form = ActForm(request.POST if request.method == "POST" and "do" not in request.POST else None)
    done = form.is_bound and perform(
        request, form, lambda: publish(request.actor, upload_id), reverse("desk_instruments")
    )
    page = InstrumentForm(seen.form, request.POST if "do" in request.POST else None)
    context = {
        "form": form,
        "seen": seen,
        "title": seen.title.say(reading_language()),
        "kind": dict(AssessmentKind.choices).get(seen.purpose, ""),
        "instrument": page,
    }
    return done or render(request, "desk/instruments/preview.html", context, status=form.status)


@at_desk("POST")
def discard_upload(request: ActorRequest, upload_id: uuid.UUID) -> HttpResponse:
    """Put it away; nothing was in use."""
    discard(request.actor, upload_id)
    return redirect("desk_instruments")


@at_desk("GET", "POST")
def retire_instrument(request: ActorRequest, version_id: uuid.UUID) -> HttpResponse:
    """Take a form of the own office out of use; answers given to it stay readable."""
    rows = instrument_catalogue(request.actor)
    row = next((one for one in rows if one.version_id == version_id and not one.starter), None)
    if row is None or not may(request.actor, "instruments.retire_instrument"):
        raise Http404
    form = ActForm(request.POST if request.method == "POST" else None)
    done = form.is_bound and perform(
        request, form, lambda: retire(request.actor, version_id), reverse("desk_instruments")
    )
    context = {"form": form, "row": row, "title": row.title.say(reading_language())}
    return done or render(request, "desk/instruments/retire.html", context, status=form.status)
