"""The forms of acts about one person, each below the person's banner."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.registry.commands.break_glass import break_glass as break_glass_act
from simpul.registry.commands.correct_person import correct_person as correct_person_act
from simpul.registry.commands.drop_erasure import drop_erasure as drop_erasure_act
from simpul.registry.commands.end_contact_point import end_contact_point as end_contact_point_act
from simpul.registry.commands.end_relationship import end_relationship as end_relationship_act
from simpul.registry.commands.erase_person import erase_person as erase_person_act
from simpul.registry.commands.give_consent import give_consent as give_consent_act
from simpul.registry.commands.hold_records import hold_records as hold_records_act
from simpul.registry.commands.open_household import open_household as open_household_act
from simpul.registry.commands.propose_merge import propose_merge as propose_merge_act
from simpul.registry.commands.record_address import record_address as record_address_act
from simpul.registry.commands.record_contact_point import record_contact_point as record_contact_point_act
from simpul.registry.commands.record_identity_number import record_identity_number as record_number_act
from simpul.registry.commands.record_relationship import record_relationship as record_relationship_act
from simpul.registry.commands.release_records import release_records as release_records_act
from simpul.registry.commands.request_erasure import request_erasure as request_erasure_act
from simpul.registry.commands.reveal_safe_address import reveal_safe_address as reveal_act
from simpul.registry.commands.seal_person import seal_person as seal_person_act
from simpul.registry.commands.unseal_person import unseal_person as unseal_person_act
from simpul.registry.commands.withdraw_consent import withdraw_consent as withdraw_consent_act
from simpul.registry.queries.export_person_data import export_person_data as export_query
from simpul.registry.queries.person_file import PersonFile, person_banner, person_file
from simpul.web.desk.door import at_desk
from simpul.web.desk.registry import forms, pictures
from simpul.web.desk.registry.choosing import chosen, settle_person, settle_region
from simpul.web.desk.registry.paging import act_page
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.forms import ActForm
from simpul.workforce.queries.staff_list import staff_list


def _ask(
    request: ActorRequest,
    person_id: uuid.UUID,
    form: ActForm,
    act: Callable[[], object],
    heading: str,
    submit: str,
    *,
    back: str = "person",
    lead: str = "",
    said: str = "",
    danger: bool = False,
) -> HttpResponse:
    """Show the form below the banner; go back to the file when done."""
    address = reverse(back, args=[person_id])
    return act_page(
        request,
        form,
        act,
        address,
        heading=heading,
        submit=submit,
        back=address,
        banner=pictures.banner(person_banner(request.actor, person_id)),
        lead=lead,
        said=said,
        danger=danger,
    )


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
    return _ask(request, person_id, form, act, _("What is difficult to do"), _("Save"), lead=lead)


@at_desk("GET", "POST")
def record_identity_number(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """A number of a card, or why there is none."""
    form = forms.IdentityNumber(request.POST or None)

    def act() -> object:
        return record_number_act(request.actor, person_id, **form.facts)

    return _ask(request, person_id, form, act, _("Record a card"), _("Save"))


@at_desk("GET", "POST")
def record_contact_point(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """A way of reaching the person, with its safety."""
    form = forms.ContactPoint(request.POST or None)

    def act() -> object:
        return record_contact_point_act(request.actor, person_id, **form.facts)

    lead = _("Ask the client: who may see or hear it when you call or write?")
    return _ask(request, person_id, form, act, _("Record a contact"), _("Save"), lead=lead)


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
    return _ask(request, person_id, form, act, _("Record an address"), _("Save"), lead=lead)


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
def seal_person(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Hide the file from all but a team."""
    form = forms.SealPerson(request.POST or None)
    own = request.actor.office_id
    colleagues = staff_list(request.actor, office_id=own) if own else ()
    form.fields["team"].choices = [  # type: ignore[attr-defined]
        (str(one.id), one.name) for one in colleagues if one.id != request.actor.staff_id
    ]

    def act() -> object:
        return seal_person_act(
            request.actor,
            person_id,
            team=tuple(uuid.UUID(one) for one in form.facts["team"]),
            reason=form.facts["reason"],
        )

    lead = _(
        "A sealed file vanishes from every search but the team's, even for supervisors and in emergencies."
    )
    return _ask(request, person_id, form, act, _("Seal the file"), _("Seal"), lead=lead, danger=True)


@at_desk("GET", "POST")
def unseal_person(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Open a sealed file again."""
    form = forms.Reason(request.POST or None)

    def act() -> object:
        return unseal_person_act(request.actor, person_id, **form.facts)

    return _ask(request, person_id, form, act, _("Open the sealed file"), _("Open it"), danger=True)


@at_desk("GET", "POST")
def propose_merge(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Ask whether two files are one person."""
    form = forms.ProposeMerge(request.POST or None)
    if request.method == "POST":
        settle_person(request, form)

    def act() -> object:
        return propose_merge_act(request.actor, person_id, other_id=chosen(form), reason=form.facts["reason"])

    said = _("Your supervisor will look at both files.")
    return _ask(request, person_id, form, act, _("One person, two files?"), _("Ask for review"), said=said)


@at_desk("GET", "POST")
def break_glass(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Emergency access, for at most eight hours. Nothing about the person is shown before."""
    form = forms.BreakGlass(request.POST or None)
    return act_page(
        request,
        form,
        lambda: break_glass_act(request.actor, person_id, **form.facts),
        reverse("person", args=[person_id]),
        heading=_("Emergency access"),
        submit=_("Open the file now"),
        back=reverse("desk_search"),
        lead=_(
            "Only when waiting would harm the person. Your supervisor is told at once and reviews it within "
            "72 hours; the client can see it."
        ),
        danger=True,
    )


@at_desk("GET", "POST")
def give_consent(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """What the client allows, kind of data by kind of data."""
    form = forms.GiveConsent(request.POST or None)

    def act() -> object:
        return give_consent_act(request.actor, person_id, **form.consent_facts)

    lead = _("Explain first, in the client's own language. A no costs the client nothing.")
    heading = _("Record a consent")
    return _ask(request, person_id, form, act, heading, _("Save"), back="person_consents", lead=lead)


@at_desk("GET", "POST")
def withdraw_consent(request: ActorRequest, person_id: uuid.UUID, consent_id: uuid.UUID) -> HttpResponse:
    """The client takes a consent back, at once."""
    form = forms.WithdrawConsent(request.POST or None)

    def act() -> object:
        return withdraw_consent_act(request.actor, person_id, consent_id=consent_id, **form.facts)

    lead = _("It stands no more from this moment. Tell the client what that means for the help she gets.")
    heading = _("Take a consent back")
    return _ask(
        request,
        person_id,
        form,
        act,
        heading,
        _("Take it back"),
        back="person_consents",
        lead=lead,
        danger=True,
    )


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
    return _ask(request, person_id, form, act, heading, _("Save"), back="person_family")


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

    return _ask(request, person_id, form, act, _("Open a household"), _("Save"), back="person_family")


@at_desk("GET", "POST")
def request_erasure(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """A person wants to be forgotten, or the retention time is over."""
    form = forms.Ground(request.POST or None)

    def act() -> object:
        return request_erasure_act(request.actor, person_id, **form.facts)

    lead = _("A second person must confirm. What the law requires us to keep stays until that time is over.")
    return _ask(request, person_id, form, act, _("Ask for erasure"), _("Ask"), lead=lead, danger=True)


@at_desk("GET", "POST")
def erase_person(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """The second person confirms the erasure."""
    form = forms.Sure(request.POST or None)
    lead = _("The key to everything encrypted about this person is destroyed; name and dates are blanked.")
    address = reverse("desk_search")
    return act_page(
        request,
        form,
        lambda: erase_person_act(request.actor, person_id, **form.facts),
        address,
        heading=_("Erase this file"),
        submit=_("Erase for ever"),
        back=reverse("person", args=[person_id]),
        banner=pictures.banner(person_banner(request.actor, person_id)),
        lead=lead,
        danger=True,
    )


@at_desk("POST")
def drop_erasure(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """The erasure is not carried out."""
    drop_erasure_act(request.actor, person_id)
    return redirect("person", person_id)


@at_desk("GET", "POST")
def hold_records(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """A procedure needs these records."""
    form = forms.Ground(request.POST or None)

    def act() -> object:
        return hold_records_act(request.actor, person_id, **form.facts)

    return _ask(request, person_id, form, act, _("Set a legal hold"), _("Set the hold"))


@at_desk("POST")
def release_records(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """The hold ends."""
    release_records_act(request.actor, person_id)
    return redirect("person", person_id)


@at_desk("POST")
def export_person_data(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """The client's copy of her data. The file's name tells nothing."""
    export = export_query(request.actor, person_id)
    response = HttpResponse(export.text, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="data.json"'
    return response
