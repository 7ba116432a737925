"""Ties between people: whom a worker must not help, who supervises whom, which posts a team has."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.kernel.actor import Actor
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.desk.workforce import forms
from simpul.web.desk.workforce.paging import act_page
from simpul.web.ui.acting import ActorRequest
from simpul.workforce.commands.agree_supervision import agree_supervision as agree_supervision_act
from simpul.workforce.commands.confirm_own_record import confirm_own_record as confirm_own_record_act
from simpul.workforce.commands.declare_conflict import declare_conflict as declare_conflict_act
from simpul.workforce.commands.declare_own_record import declare_own_record as declare_own_record_act
from simpul.workforce.commands.plan_post import plan_post as plan_post_act
from simpul.workforce.commands.withdraw_conflict import withdraw_conflict as withdraw_conflict_act
from simpul.workforce.commands.withdraw_own_record import withdraw_own_record as withdraw_own_record_act
from simpul.workforce.queries.own_desk import OwnRecordRow, declared_conflicts, own_records, supervision
from simpul.workforce.queries.staff_list import staff_list
from simpul.workforce.queries.staff_profile import staff_profile


@at_desk()
def ties(request: ActorRequest) -> HttpResponse:
    """Declared kinship and interests within reach, and standing agreements on supervision."""
    context = {
        "ties": declared_conflicts(request.actor),
        "own": own_records(request.actor) if may(request.actor, "workforce.own_records") else (),
        "declare": may(request.actor, "workforce.declare_own_record"),
        "confirm": may(request.actor, "workforce.confirm_own_record"),
        "agreements": supervision(request.actor) if may(request.actor, "workforce.supervision") else (),
        "withdraw": may(request.actor, "workforce.withdraw_conflict"),
        "me": request.actor.staff_id,
    }
    return render(request, "desk/workforce/ties.html", context)


@at_desk("GET", "POST")
def declare_conflict(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Declare that this person is kin, or that one has an interest."""
    form = forms.TieForm(request.POST or None)
    mine = request.actor.staff_id or uuid.UUID(int=0)
    return act_page(
        request,
        form,
        lambda: _declare(request.actor, mine, person_id, **form.facts),
        reverse("desk_ties"),
        heading=_("I am tied to this person"),
        submit=_("Declare"),
        back=reverse("desk_ties"),
        lead=_("You will not be given this person's cases; those you have go to a colleague."),
        said=_("Declared. Thank you for your openness."),
    )


def _declare(actor: Actor, mine: uuid.UUID, person_id: uuid.UUID, kind: str, words: str) -> uuid.UUID:
    """One's own file is declared as such; everybody else's as a tie."""
    if kind == "self":
        return declare_own_record_act(actor, mine, person_id=person_id)
    return declare_conflict_act(actor, mine, person_id=person_id, kind=kind, words=words)


@at_desk("GET", "POST")
def declare_own_record(request: ActorRequest) -> HttpResponse:
    """Give one's own NIK, so that the house knows one's kin without asking for them."""
    form = forms.OwnNumberForm(request.POST or None)
    mine = request.actor.staff_id or uuid.UUID(int=0)
    return act_page(
        request,
        form,
        lambda: declare_own_record_act(request.actor, mine, **form.facts),
        reverse("desk_ties"),
        heading=_("My own number"),
        submit=_("Save"),
        back=reverse("desk_ties"),
        lead=_(
            "If you or your family are ever registered here, their cases go to your colleagues. Nobody is "
            "shown who your family is."
        ),
        said=_("Saved. Your supervisor will compare it with your card."),
    )


@at_desk("GET", "POST")
def confirm_own_record(request: ActorRequest, record_id: uuid.UUID) -> HttpResponse:
    """Compare a colleague's declared number with the card."""
    row = _to_compare(request.actor, record_id)
    form = forms.OwnNumberForm(request.POST or None)
    return act_page(
        request,
        form,
        lambda: confirm_own_record_act(request.actor, record_id, **form.facts),
        reverse("desk_ties"),
        heading=_("Compare with the card"),
        submit=_("It is the same"),
        back=reverse("desk_ties"),
        lead=_("Ask %(name)s to show the identity card and write its number here.") % {"name": row.name},
        said=_("Confirmed."),
    )


def _to_compare(actor: Actor, record_id: uuid.UUID) -> OwnRecordRow:
    """A colleague's number that waits to be compared; to others this page does not exist."""
    if not may(actor, "workforce.confirm_own_record"):
        raise Http404
    for row in own_records(actor):
        if row.id == record_id and row.staff_id != actor.staff_id and not row.confirmed_at:
            return row
    raise Http404


@at_desk("POST")
def withdraw_own_record(request: ActorRequest, record_id: uuid.UUID) -> HttpResponse:
    """Take back what was declared in error."""
    withdraw_own_record_act(request.actor, record_id)
    messages.success(request, _("Taken back."))
    return redirect("desk_ties")


@at_desk("POST")
def withdraw_conflict(request: ActorRequest, tie_id: uuid.UUID) -> HttpResponse:
    """Lift a colleague's declaration."""
    withdraw_conflict_act(request.actor, tie_id)
    messages.success(request, _("Lifted."))
    return redirect("desk_ties")


@at_desk("GET", "POST")
def agree_supervision(request: ActorRequest, staff_id: uuid.UUID) -> HttpResponse:
    """Put down who supervises this worker."""
    profile = staff_profile(request.actor, staff_id)
    form = forms.SupervisionForm(request.POST or None, initial={"every_days": 14})
    fit = staff_list(request.actor, office_id=profile.office_id, roles=("supervisor", "head_of_office"))
    form.fields["supervisor_id"].offer([(row.id, row.name) for row in fit if row.id != staff_id])  # type: ignore[attr-defined]
    return act_page(
        request,
        form,
        lambda: agree_supervision_act(request.actor, staff_id, **form.facts),
        reverse("desk_ties"),
        heading=_("Agree on supervision"),
        submit=_("Agree"),
        back=reverse("desk_person", args=[staff_id]),
        lead=_("For %(name)s. An earlier agreement ends.") % {"name": profile.name},
        said=_("Agreed."),
    )


@at_desk("GET", "POST")
def plan_post(request: ActorRequest, office_id: uuid.UUID, unit_id: uuid.UUID) -> HttpResponse:
    """Plan how many people of a kind a team should have."""
    form = forms.PostForm(request.POST or None, initial={"planned": 1})
    back = reverse("desk_office", args=[office_id])
    return act_page(
        request,
        form,
        lambda: plan_post_act(request.actor, unit_id, **form.facts),
        back,
        heading=_("Plan a post"),
        submit=_("Plan"),
        back=back,
        lead=_("The same title again changes its number."),
        said=_("Planned."),
    )
