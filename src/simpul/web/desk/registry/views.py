"""Searching, registering, and a person's file."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.queries.caseloads import cases_of_person
from simpul.engines.diagrams import describe_genogram, draw_genogram
from simpul.kernel.errors import Hidden
from simpul.registry.commands.register_person import register_person as register
from simpul.registry.commands.tell_of_browsing import tell_of_browsing
from simpul.registry.errors import TooManyOpened
from simpul.registry.queries.consents import consents_of, refusals_of
from simpul.registry.queries.genogram import genogram_of
from simpul.registry.queries.household_file import household_file
from simpul.registry.queries.kept_file import kept_file
from simpul.registry.queries.lookers import care_team, who_has_looked
from simpul.registry.queries.person_file import PersonFile, person_banner, person_file
from simpul.registry.queries.search import search_persons
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.desk.registry import finding, forms, pictures
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import perform
from simpul.web.ui.components.genogram.props import Genogram
from simpul.web.ui.language import say
from simpul.web.ui.villages import settle_region


@at_desk("GET", "POST")
def search(request: ActorRequest) -> HttpResponse:
    """Look for a person. The words travel by POST, so that no name stays in the browser's history."""
    form = forms.Search(request.POST or None)
    rows = None
    if form.is_bound and form.is_valid():
        rows = finding.pictures(request, search_persons(request.actor, **form.terms))
    context = {"form": form, "rows": rows, "may_register": may(request.actor, "registry.register_person")}
    live = request.headers.get("HX-Request") == "true"
    return render(request, "desk/registry/_found.html" if live else "desk/registry/search.html", context)


@at_desk("GET", "POST")
def register_person(request: ActorRequest) -> HttpResponse:
    """A new file, after looking whether there is one already."""
    form = forms.RegisterPerson(request.POST or None)
    found = None
    if request.method == "POST":
        settle_region(request, form)
        act = finding.Seen(lambda: register(request.actor, **form.person_facts))
        answer = perform(request, form, act, lambda one: reverse("person", args=[one]))
        if answer is not None:
            return answer
        found = act.found or finding.duplicates(request, form)
        finding.with_token(form, found.token)
    context = {"form": form, "rows": finding.pictures(request, found.rows) if found else (), "found": found}
    return render(request, "desk/registry/register.html", context, status=form.status)


@at_desk("POST")
def duplicates(request: ActorRequest) -> HttpResponse:
    """While somebody types: who on file may be the same."""
    form = forms.RegisterPerson(request.POST)
    found = finding.duplicates(request, form)
    finding.with_token(form, found.token)
    context = {"form": form, "rows": finding.pictures(request, found.rows), "found": found, "live": True}
    return render(request, "desk/registry/_doubles.html", context)


def _opened(request: ActorRequest, person_id: uuid.UUID) -> PersonFile:
    """The file; who opens too many is stopped, and the supervisor hears of it."""
    try:
        return person_file(request.actor, person_id)
    except TooManyOpened:
        tell_of_browsing(request.actor)
        raise


@at_desk()
def person(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Who somebody is, how to reach her safely, her cases."""
    try:
        file = _opened(request, person_id)
    except Hidden:
        return redirect("person", kept_file(request.actor, person_id))
    if file.banner.merged_into:
        return redirect("person", file.banner.merged_into)
    may_see = may(request.actor, CASES)
    cases = cases_of_person(request.actor, person_id=person_id) if may_see else ()
    context = {
        "file": file,
        "banner": pictures.banner(file.banner),
        "tabs": pictures.tabs(request.actor, person_id, "person"),
        "facts": pictures.facts_of(file),
        "difficulties": pictures.difficulties_of(file),
        "contacts": pictures.contacts_of(file),
        "team": care_team(request.actor, person_id) if may(request.actor, "registry.care_team") else (),
        "cases": cases,
        "case_table": pictures.cases_table(cases),
        "acts": _acts(request),
    }
    return render(request, "desk/registry/person.html", context)


CASES = "casework.cases_of_person"
ACTS = (
    "correct_person", "record_identity_number", "record_contact_point", "record_address",
    "reveal_safe_address", "seal_person", "unseal_person", "propose_merge", "request_erasure",
    "erase_person", "hold_records", "export_person_data", "record_relationship", "open_household",
    "give_consent", "end_contact_point",
)  # fmt: skip


def _acts(request: ActorRequest) -> dict[str, bool]:
    """Which acts this reader holds at all; the gate decides each anew."""
    return {act: may(request.actor, f"registry.{act}") for act in ACTS}


@at_desk()
def family(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Household, relationships, and the family drawn and told."""
    file = _opened(request, person_id)
    drawn = genogram_of(request.actor, person_id)
    household = household_file(request.actor, file.household_id) if file.household_id else None
    context = {
        "file": file,
        "banner": pictures.banner(file.banner),
        "tabs": pictures.tabs(request.actor, person_id, "person_family"),
        "genogram": Genogram(draw_genogram(drawn, say=say), tuple(describe_genogram(drawn))),
        "household": household,
        "acts": _acts(request),
    }
    return render(request, "desk/registry/family.html", context)


@at_desk()
def consents(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """What the client allowed, and what she took back."""
    file = person_banner(request.actor, person_id)
    may_end = may(request.actor, "registry.withdraw_consent")
    context = {
        "person_id": person_id,
        "banner": pictures.banner(file),
        "tabs": pictures.tabs(request.actor, person_id, "person_consents"),
        "cards": pictures.consent_cards(person_id, consents_of(request.actor, person_id), may_end=may_end),
        "refusals": pictures.refusal_cards(refusals_of(request.actor, person_id)),
        "acts": _acts(request),
    }
    return render(request, "desk/registry/consents.html", context)


@at_desk()
def looked(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Who has looked, and why."""
    looks = who_has_looked(request.actor, person_id)
    context = {
        "banner": pictures.banner(person_banner(request.actor, person_id)),
        "tabs": pictures.tabs(request.actor, person_id, "who_has_looked"),
        "table": pictures.looks_table(looks),
        "heading": _("Who has looked"),
    }
    return render(request, "desk/registry/looked.html", context)
