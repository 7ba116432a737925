"""Offices, teams and the people in them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.reference.queries.regions import region_labels
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.desk.workforce import forms, tables
from simpul.web.desk.workforce.paging import act_page
from simpul.web.ui.acting import ActorRequest
from simpul.workforce.commands.correct_office import correct_office as correct_office_act
from simpul.workforce.commands.correct_staff import correct_staff as correct_staff_act
from simpul.workforce.commands.engage_staff import engage_staff as engage_staff_act
from simpul.workforce.commands.open_office import open_office as open_office_act
from simpul.workforce.commands.open_unit import open_unit as open_unit_act
from simpul.workforce.queries.office_tree import my_offices, office_card, office_tree
from simpul.workforce.queries.staff_list import staff_list
from simpul.workforce.queries.staff_profile import expiring_credentials, staff_profile


@at_desk()
def offices(request: ActorRequest) -> HttpResponse:
    """The tree of offices with their teams."""
    tree = office_tree(request.actor)
    regions = region_labels(request.actor, codes=frozenset(node.region_code for node in tree))
    context = {
        "table": tables.offices(tree, regions),
        "may_open": may(request.actor, "workforce.open_office"),
    }
    return render(request, "desk/workforce/offices.html", context)


@at_desk()
def office(request: ActorRequest, office_id: uuid.UUID) -> HttpResponse:
    """One office: facts, teams, people."""
    card = office_card(request.actor, office_id=office_id)
    if card is None:
        raise Http404
    people = staff_list(request.actor, office_id=office_id)
    mine = may(request.actor, "workforce.correct_office") and office_id in {
        one.id for one in my_offices(request.actor)
    }
    context = {
        "card": card,
        "facts": tables.office_facts(card, region_labels(request.actor, codes=frozenset({card.region_code}))),
        "units": tables.units(card.units, plan_at=office_id if mine else None),
        "people": tables.people(people),
        "mine": mine,
        "letterhead": mine and may(request.actor, "documents.letterhead_of_office"),
    }
    return render(request, "desk/workforce/office.html", context)


@at_desk("GET", "POST")
def open_office(request: ActorRequest) -> HttpResponse:
    """Enter a new office."""
    form = forms.OpenOffice(request.POST or None)
    form.fields["parent_id"].offer([(one.id, one.name) for one in my_offices(request.actor)], empty="-")  # type: ignore[attr-defined]
    return act_page(
        request,
        form,
        lambda: open_office_act(request.actor, **form.facts),
        lambda office_id: reverse("desk_office", args=[office_id]),
        heading=_("Open an office"),
        submit=_("Open the office"),
        back=reverse("desk_offices"),
        said=_("The office is entered. Form its teams next."),
    )


@at_desk("GET", "POST")
def correct_office(request: ActorRequest, office_id: uuid.UUID) -> HttpResponse:
    """Correct the facts of an office."""
    card = office_card(request.actor, office_id=office_id)
    if card is None:
        raise Http404
    form = forms.OfficeFacts(request.POST or None, initial=_office_facts(card), version=card.version)
    back = reverse("desk_office", args=[office_id])
    return act_page(
        request,
        form,
        lambda: correct_office_act(request.actor, office_id, version=form.read_version or 0, **form.facts),
        back,
        heading=_("Correct the office"),
        submit=_("Save"),
        back=back,
        said=_("Saved."),
        current=lambda: _as_stored(office_card(request.actor, office_id=office_id), _office_facts),
    )


def _office_facts(card: Any) -> dict[str, object]:
    names = [name for name in forms.OfficeFacts.base_fields if name not in {"idempotency_key", "version"}]
    return {name: getattr(card, name) for name in names}


def _staff_facts(profile: Any) -> dict[str, object]:
    return {
        name: getattr(profile, name) for name in ("full_name", "title_front", "title_back", "nip", "phone")
    }


def _as_stored(
    record: Any, facts: Callable[[Any], dict[str, object]]
) -> tuple[dict[str, object], int | None]:
    """What another has stored meanwhile: read anew, after the race was lost."""
    return (facts(record), record.version) if record is not None else ({}, None)


@at_desk("GET", "POST")
def open_unit(request: ActorRequest, office_id: uuid.UUID) -> HttpResponse:
    """Form a team."""
    form = forms.OpenUnit(request.POST or None)
    back = reverse("desk_office", args=[office_id])
    return act_page(
        request,
        form,
        lambda: open_unit_act(request.actor, office_id, **form.facts),
        back,
        heading=_("Form a team"),
        submit=_("Form the team"),
        back=back,
        said=_("The team is formed."),
    )


@at_desk("GET", "POST")
def people(request: ActorRequest) -> HttpResponse:
    """Colleagues within reach; the search is sent, never part of the address."""
    words = request.POST.get("q", "").strip() if request.method == "POST" else ""
    rows = staff_list(request.actor, words=words)
    papers = (
        expiring_credentials(request.actor) if may(request.actor, "workforce.expiring_credentials") else ()
    )
    context = {
        "words": words,
        "table": tables.people(rows),
        "papers": tables.papers(papers, with_names=True) if papers else None,
    }
    return render(request, "desk/workforce/people.html", context)


@at_desk()
def person(request: ActorRequest, staff_id: uuid.UUID) -> HttpResponse:
    """One colleague: place, papers, roles, absences, account."""
    profile = staff_profile(request.actor, staff_id)
    context = {
        "profile": profile,
        "facts": tables.staff_facts(profile),
        "papers": tables.papers(profile.papers) if profile.papers else None,
        "grants": tables.grants(profile.grants),
        "oneself": profile.id == request.actor.staff_id,
        **{
            act: may(request.actor, f"workforce.{act}")
            for act in (
                "correct_staff", "record_certificate", "propose_grant", "revoke_grant", "record_absence",
                "arrange_cover", "record_departure", "close_account", "agree_supervision",
            )
        },
    }  # fmt: skip
    return render(request, "desk/workforce/person.html", context)


@at_desk("GET", "POST")
def engage_staff(request: ActorRequest, office_id: uuid.UUID) -> HttpResponse:
    """Enter somebody new."""
    card = office_card(request.actor, office_id=office_id)
    if card is None:
        raise Http404
    form = forms.EngageStaff(request.POST or None)
    form.fields["unit_id"].offer([(unit.id, unit.name) for unit in card.units], empty="-")  # type: ignore[attr-defined]
    return act_page(
        request,
        form,
        lambda: engage_staff_act(request.actor, office_id, **form.facts),
        lambda staff_id: reverse("desk_person", args=[staff_id]),
        heading=_("Enter a member of staff"),
        submit=_("Enter"),
        back=reverse("desk_office", args=[office_id]),
        said=_("Entered. Propose a role next: without one nothing opens."),
    )


@at_desk("GET", "POST")
def correct_staff(request: ActorRequest, staff_id: uuid.UUID) -> HttpResponse:
    """Correct who somebody is and where she works."""
    profile = staff_profile(request.actor, staff_id)
    card = office_card(request.actor, office_id=profile.office_id)
    initial = {**_staff_facts(profile), "unit_id": str(profile.unit_id or "")}
    form = forms.StaffFacts(request.POST or None, initial=initial, version=profile.version)
    form.fields["unit_id"].offer([(unit.id, unit.name) for unit in card.units] if card else [], empty="-")  # type: ignore[attr-defined]
    back = reverse("desk_person", args=[staff_id])
    return act_page(
        request,
        form,
        lambda: correct_staff_act(request.actor, staff_id, version=form.read_version or 0, **form.facts),
        back,
        heading=_("Correct the facts"),
        submit=_("Save"),
        back=back,
        lead=_("A new team ends the roles that reach over the old one."),
        said=_("Saved."),
        current=lambda: _as_stored(staff_profile(request.actor, staff_id), _staff_facts),
    )


@at_desk()
def my_office(request: ActorRequest) -> HttpResponse:
    """One's own office."""
    return (
        redirect("desk_office", request.actor.office_id)
        if request.actor.office_id
        else redirect("desk_offices")
    )
