"""Anybody looks for help, without a trace of what was looked for."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from simpul.directory.commands.report_entry import report_entry as report_entry_act
from simpul.directory.queries.find_services import find_services
from simpul.directory.queries.service_sheet import service_sheet
from simpul.documents.queries.flyer_pdf import flyer_pdf
from simpul.web.public.help.forms import ReportEntry
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import perform
from simpul.web.ui.help_pages.answers import cards, places_map
from simpul.web.ui.help_pages.asking import FindHelp
from simpul.web.ui.help_pages.flyer import flyer
from simpul.web.ui.help_pages.sheet import picture
from simpul.web.ui.villages import settle_region, village_choices


@require_http_methods(["GET", "HEAD", "POST"])
def find_help(request: ActorRequest) -> HttpResponse:
    """Ask in plain words; the answer comes on the same page, so that no address tells what was asked."""
    form = FindHelp(request.POST or None, choices_url=reverse("help_villages"))
    settle_region(request, form)
    if not form.is_valid():
        return render(request, "public/help/find.html", {"form": form}, status=422 if form.is_bound else 200)
    found = find_services(request.actor, ask=form.ask)
    context = {
        "form": form,
        "found": found,
        "cards": cards(found, lambda row: reverse("help_sheet", args=[row.service_id])),
        "map": places_map(request.actor, found),
    }
    return render(request, "public/help/find.html", context)


@require_POST
def help_villages(request: ActorRequest) -> HttpResponse:
    """Villages while typing."""
    return village_choices(request)


@require_safe
def help_sheet(request: ActorRequest, service_id: uuid.UUID) -> HttpResponse:
    """One service, to read, print, or show to somebody."""
    sheet = service_sheet(request.actor, service_id=service_id)
    return render(request, "public/help/sheet.html", {"picture": picture(sheet), "sheet": sheet})


@require_safe
def help_sheet_pdf(request: ActorRequest, service_id: uuid.UUID) -> HttpResponse:
    """The same sheet to take home. Its name tells nothing to whoever sees the folder of downloads."""
    sheet = service_sheet(request.actor, service_id=service_id)
    made = flyer_pdf(
        request.actor,
        flyer=flyer(
            picture(sheet), settings.SITE_ORIGIN.rstrip("/") + reverse("help_sheet", args=[service_id])
        ),
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer.headers["Content-Disposition"] = 'inline; filename="lembar.pdf"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def report_entry(request: ActorRequest, service_id: uuid.UUID) -> HttpResponse:
    """Say that the entry is wrong."""
    sheet = service_sheet(request.actor, service_id=service_id)
    form = ReportEntry(request.POST or None)
    back = reverse("help_sheet", args=[service_id])
    if request.method == "POST" and (
        answer := perform(
            request,
            form,
            lambda: report_entry_act(request.actor, service_id=service_id, **form.facts),
            back,
        )
    ):
        messages.success(request, _("Thank you. Somebody will look into it."))
        return answer
    return render(
        request, "public/help/report.html", {"form": form, "sheet": sheet, "back": back}, status=form.status
    )
