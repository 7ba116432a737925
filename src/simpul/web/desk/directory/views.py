"""A worker looks for help with and for a client."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from simpul.directory.queries.find_services import find_services
from simpul.directory.queries.keeping import agencies as agencies_query
from simpul.directory.queries.keeping import entries_to_check, entry_reports
from simpul.directory.queries.service_sheet import agency_sheet, service_sheet
from simpul.web.desk.directory import tables
from simpul.web.desk.directory.kept import keeps_agency, keeps_service
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.help_pages.answers import cards, places_map
from simpul.web.ui.help_pages.asking import FindHelp
from simpul.web.ui.help_pages.sheet import picture
from simpul.web.ui.language import reading_language
from simpul.web.ui.villages import settle_region


@at_desk("GET", "POST")
def directory(request: ActorRequest) -> HttpResponse:
    """Ask in plain words; the answer comes on the same page."""
    form = FindHelp(request.POST or None, choices_url=reverse("region_choices"))
    settle_region(request, form)
    if not form.is_valid():
        return render(
            request, "desk/directory/find.html", {"form": form}, status=422 if form.is_bound else 200
        )
    found = find_services(request.actor, ask=form.ask)
    context = {
        "form": form,
        "found": found,
        "cards": cards(found, lambda row: reverse("desk_service", args=[row.service_id])),
        "map": places_map(request.actor, found),
    }
    return render(request, "desk/directory/find.html", context)


@at_desk()
def service(request: ActorRequest, service_id: uuid.UUID) -> HttpResponse:
    """One service; who keeps the entry finds the acts on it here."""
    sheet = service_sheet(request.actor, service_id=service_id)
    context = {
        "sheet": sheet,
        "picture": picture(sheet),
        "keeps": keeps_service(request.actor, service_id),
        "terms": tables.term_labels(request.actor, sheet.terms, reading_language()),
    }
    return render(request, "desk/directory/service.html", context)


@at_desk("GET", "POST")
def agencies(request: ActorRequest) -> HttpResponse:
    """Everybody who helps, by name."""
    words = request.POST.get("q", "")[:100]
    table = tables.agencies(request.actor, agencies_query(request.actor, words=words))
    return render(request, "desk/directory/agencies.html", {"table": table, "words": words})


@at_desk()
def agency(request: ActorRequest, agency_id: uuid.UUID) -> HttpResponse:
    """One agency: what it is, its services and places."""
    sheet = agency_sheet(request.actor, agency_id=agency_id)
    context = {
        "sheet": sheet,
        "facts": tables.agency_facts(request.actor, sheet),
        "services": tables.services(sheet),
        "places": tables.places(sheet),
        "keeps": keeps_agency(request.actor, agency_id),
    }
    return render(request, "desk/directory/agency.html", context)


@at_desk()
def keeping(request: ActorRequest) -> HttpResponse:
    """What the keeper has to look after: old entries, and what was reported wrong."""
    context = {
        "stale": tables.stale(entries_to_check(request.actor)),
        "reports": tables.reports(entry_reports(request.actor)),
    }
    return render(request, "desk/directory/keeping.html", context)
