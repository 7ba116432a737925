"""The entries of the directory are made and kept true."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from simpul.directory.commands.add_place import add_place as add_place_act
from simpul.directory.commands.check_service import check_service as check_service_act
from simpul.directory.commands.correct_agency import correct_agency as correct_agency_act
from simpul.directory.commands.correct_service import correct_service as correct_service_act
from simpul.directory.commands.list_agency import list_agency as list_agency_act
from simpul.directory.commands.offer_service import offer_service as offer_service_act
from simpul.directory.commands.settle_report import settle_report as settle_report_act
from simpul.directory.commands.tell_capacity import tell_capacity as tell_capacity_act
from simpul.directory.queries.keeping import kept_agency, kept_service, reported
from simpul.directory.queries.service_sheet import agency_sheet, service_sheet
from simpul.kernel.actor import Actor
from simpul.reference.queries.categories import categories
from simpul.reference.queries.taxonomy import taxonomy
from simpul.web.desk.directory import forms
from simpul.web.desk.door import at_desk
from simpul.web.desk.workforce.paging import act_page
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.language import reading_language


def _kinds(actor: Actor) -> list[tuple[str, str]]:
    english = get_language() == "en"
    return [(row.code, row.label_en if english else row.label_id) for row in categories(actor, group="psks")]


def _terms(actor: Actor) -> list[tuple[str, str]]:
    return [(row.code, row.label(reading_language())) for row in taxonomy(actor, kind="service")]


def _to_agency(agency_id: object) -> str:
    return reverse("desk_agency", args=[agency_id])


def _to_service(service_id: object) -> str:
    return reverse("desk_service", args=[service_id])


@at_desk("GET", "POST")
def list_agency(request: ActorRequest) -> HttpResponse:
    """Enter somebody who helps."""
    form = forms.AgencyFacts(request.POST or None)
    form.offer_kinds(_kinds(request.actor))
    return act_page(
        request, form, lambda: list_agency_act(request.actor, **form.facts), _to_agency,
        heading=_("Enter somebody who helps"), submit=_("Enter"), back=reverse("desk_agencies"),
        said=_("Entered. Add what it gives next."),
    )  # fmt: skip


@at_desk("GET", "POST")
def correct_agency(request: ActorRequest, agency_id: uuid.UUID) -> HttpResponse:
    """Put an agency's entry right."""
    version = kept_agency(request.actor, agency_id)
    sheet = agency_sheet(request.actor, agency_id=agency_id)
    shown = {name: getattr(sheet, name) for name in forms.AgencyFacts.base_fields if hasattr(sheet, name)}
    form = forms.AgencyFacts(request.POST or None, initial=shown, version=version)
    form.offer_kinds(_kinds(request.actor))
    return act_page(
        request, form,
        lambda: correct_agency_act(request.actor, agency_id, version=form.read_version or 0, **form.facts),
        _to_agency(agency_id), heading=_("Correct the entry"), submit=_("Save"), back=_to_agency(agency_id),
        current=lambda: (shown, version),
    )  # fmt: skip


@at_desk("GET", "POST")
def add_place(request: ActorRequest, agency_id: uuid.UUID) -> HttpResponse:
    """Add where an agency helps."""
    kept_agency(request.actor, agency_id)
    form = forms.AddPlace(request.POST or None)
    return act_page(
        request, form, lambda: add_place_act(request.actor, agency_id, **form.facts), _to_agency(agency_id),
        heading=_("Add a place"), submit=_("Add"), back=_to_agency(agency_id),
    )  # fmt: skip


@at_desk("GET", "POST")
def offer_service(request: ActorRequest, agency_id: uuid.UUID) -> HttpResponse:
    """Enter a service of an agency."""
    kept_agency(request.actor, agency_id)
    form = forms.OfferService(request.POST or None)
    form.offer_terms(_terms(request.actor))
    sheet = agency_sheet(request.actor, agency_id=agency_id)
    names = [
        (str(one.id), _("Protected place") if one.sealed else one.name or one.address) for one in sheet.places
    ]
    form.offer_places(names)
    return act_page(
        request, form, lambda: _offered(request.actor, agency_id, form), _to_service,
        heading=_("Enter a service"), lead=sheet.name, submit=_("Enter"), back=_to_agency(agency_id),
    )  # fmt: skip


def _offered(actor: Actor, agency_id: uuid.UUID, form: forms.OfferService) -> uuid.UUID:
    place = form.facts["place_id"]
    return offer_service_act(
        actor, agency_id, facts=form.entry, place_id=uuid.UUID(place) if place else None,
        openings=form.facts["openings"], open_on_holidays=form.facts["open_on_holidays"],
    )  # fmt: skip


@at_desk("GET", "POST")
def correct_service(request: ActorRequest, service_id: uuid.UUID) -> HttpResponse:
    """Put a service's entry right."""
    kept_service(request.actor, service_id)
    sheet = service_sheet(request.actor, service_id=service_id)
    shown = forms.initial_of(sheet, sheet.cover_codes)
    form = forms.ServiceEntry(request.POST or None, initial=shown, version=sheet.version)
    form.offer_terms(_terms(request.actor))
    return act_page(
        request, form,
        lambda: correct_service_act(
            request.actor, service_id, version=form.read_version or 0, facts=form.entry
        ),
        _to_service(service_id), heading=_("Correct the entry"), lead=sheet.name,
        submit=_("Save: I have checked it"), back=_to_service(service_id),
        current=lambda: (shown, sheet.version),
    )  # fmt: skip


@at_desk("GET", "POST")
def tell_capacity(request: ActorRequest, service_id: uuid.UUID) -> HttpResponse:
    """Keep how many places are left."""
    kept_service(request.actor, service_id)
    sheet = service_sheet(request.actor, service_id=service_id)
    shown = {"capacity": sheet.capacity, "free_places": sheet.free_places, "waiting_days": sheet.waiting_days}
    form = forms.TellCapacity(request.POST or None, initial=shown)
    return act_page(
        request, form, lambda: tell_capacity_act(request.actor, service_id, **form.facts),
        _to_service(service_id), heading=_("Places free"), lead=sheet.name, submit=_("Save"),
        back=_to_service(service_id),
    )  # fmt: skip


@at_desk("GET", "POST")
def check_service(request: ActorRequest, service_id: uuid.UUID) -> HttpResponse:
    """Say that the entry still holds."""
    kept_service(request.actor, service_id)
    sheet = service_sheet(request.actor, service_id=service_id)
    form = forms.CheckService(request.POST or None)
    return act_page(
        request, form, lambda: check_service_act(request.actor, service_id), _to_service(service_id),
        heading=_("Does this entry still hold?"), lead=sheet.name,
        submit=_("Yes, I have asked the agency"), back=_to_service(service_id),
        said=_("Kept. It comes up again in half a year."),
    )  # fmt: skip


@at_desk("GET", "POST")
def settle_report(request: ActorRequest, report_id: uuid.UUID) -> HttpResponse:
    """Say what came of a report."""
    row = reported(request.actor, report_id)
    form = forms.SettleReport(request.POST or None)
    return act_page(
        request, form, lambda: settle_report_act(request.actor, report_id, **form.facts),
        reverse("desk_keeping"), heading=_("What came of the report?"),
        lead=f"{row.service}: {row.words}", submit=_("Save"), back=reverse("desk_keeping"),
    )  # fmt: skip
