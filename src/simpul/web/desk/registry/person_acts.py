"""The forms of acts about one person, each below the person's banner."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.registry.commands.correct_person import correct_person as correct_person_act
from simpul.registry.commands.end_contact_point import end_contact_point as end_contact_point_act
from simpul.registry.commands.end_relationship import end_relationship as end_relationship_act
from simpul.registry.commands.open_household import open_household as open_household_act
from simpul.registry.commands.record_address import record_address as record_address_act
from simpul.registry.commands.record_contact_point import record_contact_point as record_contact_point_act
from simpul.registry.commands.record_identity_number import record_identity_number as record_number_act
from simpul.registry.commands.record_relationship import record_relationship as record_relationship_act
from simpul.registry.commands.reveal_safe_address import reveal_safe_address as reveal_act
from simpul.registry.queries.person_file import PersonFile, person_banner, person_file
from simpul.web.desk.door import at_desk
from simpul.web.desk.registry import forms, pictures
from simpul.web.desk.registry.choosing import chosen, settle_person
from simpul.web.desk.registry.paging import act_page, ask
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.villages import settle_region


def _initial(file: PersonFile) -> dict[str, object]:
    person = file.banner
    birth = {"day": "%d-%m-%Y", "month": "%m-%Y"}.get(person.birth_precision, "%Y")
    age = _("± %(year)s") % {"year": person.birth_date.year} if person.birth_date else ""
    return {
        "full_name": person.full_name,
        "call_name": person.call_name,
        "sex": person.sex,
        "birth": age
        if person.birth_precision == "estimated"
        else person.birth_date.strftime(birth)
        if person.birth_date
        else "",
        "title_front": file.title_front,
        "title_back": file.title_back,
        "aliases": ", ".join(file.aliases),
        "birthplace": file.birthplace,
        "mother_maiden_name": file.mother_maiden_name,
        "languages": file.languages,
        "identity_unknown": file.identity_unknown,
        "identity_description": person.description,
        "region_code": file.region_code,
        "village": person.place,
        "deceased_on": person.deceased_on,
    }


@at_desk("GET", "POST")
def correct_person(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Put the facts about the person right."""
    file = person_file(request.actor, person_id)
    form = forms.CorrectPerson(request.POST or None, initial=_initial(file), version=file.version)
    if request.method == "POST":
        settle_region(request, form)
    back = reverse("person", args=[person_id])
    return act_page(
        request,
        form,
        lambda: correct_person_act(
            request.actor,
            person_id,
            version=form.read_version,
            functional_difficulties=file.difficulties or None,
            **form.person_facts,
        ),
        back,
        heading=_("Correct the data"),
        submit=_("Save"),
        back=back,
        banner=pictures.banner(file.banner),
        current=lambda: (_initial(person_file(request.actor, person_id)), _version(request, person_id)),
    )


def _version(request: ActorRequest, person_id: uuid.UUID) -> int:
    return person_file(request.actor, person_id).version


@at_desk("GET", "POST")
def functional_difficulties(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """What the person may find hard to do, so that help can be made fitting."""
    file = person_file(request.actor, person_id)
    held = {f"difficulty_{name}": level for name, level in file.difficulties.items()}
    form = forms.Difficulties(request.POST or None, initial=held, version=file.version)
    facts = {
        name: value for name, value in _initial(file).items() if name not in {"village", "aliases", "birth"}
    }

    def act() -> object:
        return correct_person_act(
            request.actor,
            person_id,
            version=form.read_version,
            aliases=file.aliases,
            birth_date=file.banner.birth_date,
            birth_precision=file.banner.birth_precision,
            functional_difficulties=form.levels,
            **facts,  # type: ignore[arg-type]
        )

    lead = _("Ask with the words below. It is about barriers, not about a diagnosis.")
    return ask(request, person_id, form, act, _("What is difficult to do"), _("Save"), lead=lead)


@at_desk("GET", "POST")
def record_identity_number(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """A number of a card, or why there is none."""
    form = forms.IdentityNumber(request.POST or None)

    def act() -> object:
        return record_number_act(request.actor, person_id, **form.facts)

    return ask(request, person_id, form, act, _("Record a card"), _("Save"))


@at_desk("GET", "POST")
def record_contact_point(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """A way of reaching the person, with its safety."""
    form = forms.ContactPoint(request.POST or None)

    def act() -> object:
        return record_contact_point_act(request.actor, person_id, **form.facts)

    lead = _("Ask the client: who may see or hear it when you call or write?")
    return ask(request, person_id, form, act, _("Record a contact"), _("Save"), lead=lead)


@at_desk("POST")
def end_contact_point(request: ActorRequest, person_id: uuid.UUID, contact_id: uuid.UUID) -> HttpResponse:
    """Take a contact out of use."""
    end_contact_point_act(request.actor, person_id, contact_id=contact_id)
    return redirect("person", person_id)


@at_desk("GET", "POST")
def record_address(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """An address; a safe place stays secret."""
    form = forms.Address(request.POST or None)
    if request.method == "POST":
        settle_region(request, form)

    def act() -> object:
        return record_address_act(
            request.actor,
            person_id,
            **{name: value for name, value in form.facts.items() if name != "village"},
        )

    lead = _("For a safe place write everything into the street field: it is encrypted as a whole.")
    return ask(request, person_id, form, act, _("Record an address"), _("Save"), lead=lead)


@at_desk("GET", "POST")
def reveal_safe_address(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Show the secret address once, on this page alone."""
    form = forms.RevealAddress(request.POST or None)
    shown = None
    if form.is_bound and form.is_valid():
        shown = reveal_act(request.actor, person_id, **form.facts)
    context = {
        "form": form,
        "shown": shown,
        "back": reverse("person", args=[person_id]),
        "banner": pictures.banner(person_banner(request.actor, person_id)),
    }
    return render(request, "desk/registry/reveal.html", context, status=200 if shown else form.status)


@at_desk("GET", "POST")
def record_relationship(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """How this person stands to another."""
    form = forms.Relationship(request.POST or None)
    if request.method == "POST":
        settle_person(request, form)

    def act() -> object:
        return record_relationship_act(
            request.actor,
            person_id,
            other_id=chosen(form),
            **{name: value for name, value in form.facts.items() if name not in {"other", "other_id"}},
        )

    heading = _("Record a relationship")
    return ask(request, person_id, form, act, heading, _("Save"), back="person_family")


@at_desk("POST")
def end_relationship(request: ActorRequest, person_id: uuid.UUID, relationship_id: uuid.UUID) -> HttpResponse:
    """The relationship is over today."""
    end_relationship_act(request.actor, person_id, relationship_id=relationship_id)
    return redirect("person_family", person_id)


@at_desk("GET", "POST")
def open_household(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """The household of this person."""
    form = forms.OpenHousehold(request.POST or None)
    if request.method == "POST":
        settle_region(request, form)

    def act() -> object:
        return open_household_act(
            request.actor,
            person_id,
            **{name: value for name, value in form.facts.items() if name != "village"},
        )

    return ask(request, person_id, form, act, _("Open a household"), _("Save"), back="person_family")
