"""The forms of acts that protect a person: consent, sealing, emergencies, rights over the data."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.registry.commands.break_glass import break_glass as break_glass_act
from simpul.registry.commands.drop_erasure import drop_erasure as drop_erasure_act
from simpul.registry.commands.erase_person import erase_person as erase_person_act
from simpul.registry.commands.give_consent import give_consent as give_consent_act
from simpul.registry.commands.hold_records import hold_records as hold_records_act
from simpul.registry.commands.propose_merge import propose_merge as propose_merge_act
from simpul.registry.commands.release_records import release_records as release_records_act
from simpul.registry.commands.request_erasure import request_erasure as request_erasure_act
from simpul.registry.commands.seal_person import seal_person as seal_person_act
from simpul.registry.commands.unseal_person import unseal_person as unseal_person_act
from simpul.registry.commands.withdraw_consent import withdraw_consent as withdraw_consent_act
from simpul.registry.queries.export_person_data import export_person_data as export_query
from simpul.registry.queries.person_file import person_banner
from simpul.web.desk.door import at_desk
from simpul.web.desk.registry import consent_forms, forms, pictures
from simpul.web.desk.registry.choosing import chosen, settle_person
from simpul.web.desk.registry.paging import act_page, ask
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.forms import give_choices
from simpul.workforce.queries.staff_list import staff_list


@at_desk("GET", "POST")
def seal_person(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Hide the file from all but a team."""
    form = forms.SealPerson(request.POST or None)
    own = request.actor.office_id
    colleagues = staff_list(request.actor, office_id=own) if own else ()
    give_choices(
        form, "team", [(str(one.id), one.name) for one in colleagues if one.id != request.actor.staff_id]
    )

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
    return ask(request, person_id, form, act, _("Seal the file"), _("Seal"), lead=lead, danger=True)


@at_desk("GET", "POST")
def unseal_person(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Open a sealed file again."""
    form = forms.Reason(request.POST or None)

    def act() -> object:
        return unseal_person_act(request.actor, person_id, **form.facts)

    return ask(request, person_id, form, act, _("Open the sealed file"), _("Open it"), danger=True)


@at_desk("GET", "POST")
def propose_merge(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Ask whether two files are one person."""
    form = forms.ProposeMerge(request.POST or None)
    if request.method == "POST":
        settle_person(request, form)

    def act() -> object:
        return propose_merge_act(request.actor, person_id, other_id=chosen(form), reason=form.facts["reason"])

    said = _("Your supervisor will look at both files.")
    return ask(request, person_id, form, act, _("One person, two files?"), _("Ask for review"), said=said)


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
    form = consent_forms.GiveConsent(request.POST or None)

    def act() -> object:
        return give_consent_act(request.actor, person_id, **form.consent_facts)

    lead = _("Explain first, in the client's own language. A no costs the client nothing.")
    heading = _("Record a consent")
    return ask(request, person_id, form, act, heading, _("Save"), back="person_consents", lead=lead)


@at_desk("GET", "POST")
def withdraw_consent(request: ActorRequest, person_id: uuid.UUID, consent_id: uuid.UUID) -> HttpResponse:
    """The client takes a consent back, at once."""
    form = consent_forms.WithdrawConsent(request.POST or None)

    def act() -> object:
        return withdraw_consent_act(request.actor, person_id, consent_id=consent_id, **form.facts)

    lead = _("It stands no more from this moment. Tell the client what that means for the help she gets.")
    heading = _("Take a consent back")
    return ask(
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
def request_erasure(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """A person wants to be forgotten, or the retention time is over."""
    form = forms.Ground(request.POST or None)

    def act() -> object:
        return request_erasure_act(request.actor, person_id, **form.facts)

    lead = _("A second person must confirm. What the law requires us to keep stays until that time is over.")
    return ask(request, person_id, form, act, _("Ask for erasure"), _("Ask"), lead=lead, danger=True)


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

    return ask(request, person_id, form, act, _("Set a legal hold"), _("Set the hold"))


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
