"""What is done about one colleague: papers, roles, absences, cover, departure, account."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.kernel.text import N_
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.desk.workforce import forms, tables
from simpul.web.desk.workforce.paging import act_page
from simpul.web.ui.acting import ActorRequest
from simpul.workforce.commands.arrange_cover import arrange_cover as arrange_cover_act
from simpul.workforce.commands.close_account import close_account
from simpul.workforce.commands.confirm_grant import confirm_grant
from simpul.workforce.commands.end_cover import end_cover as end_cover_act
from simpul.workforce.commands.end_sessions import end_sessions
from simpul.workforce.commands.invite_staff import invite_staff as invite_staff_act
from simpul.workforce.commands.propose_grant import propose_grant as propose_grant_act
from simpul.workforce.commands.record_absence import record_absence as record_absence_act
from simpul.workforce.commands.record_certificate import record_certificate as record_certificate_act
from simpul.workforce.commands.record_departure import record_departure as record_departure_act
from simpul.workforce.commands.reopen_account import reopen_account
from simpul.workforce.commands.revoke_grant import revoke_grant
from simpul.workforce.queries.office_tree import my_offices
from simpul.workforce.queries.pending_grants import incompatible_roles, pending_grants
from simpul.workforce.queries.staff_list import absences, covers, staff_list
from simpul.workforce.queries.staff_profile import staff_profile

_ACCOUNT_ACTS = {
    "tutup": (close_account, N_("The account is closed; all sessions have ended.")),
    "buka": (reopen_account, N_("The account is open again.")),
    "akhiri-sesi": (end_sessions, N_("All sessions have ended.")),
    "undang": (invite_staff_act, N_("The invitation is on its way.")),
}


def _person_url(staff_id: uuid.UUID) -> str:
    return reverse("desk_person", args=[staff_id])


@at_desk("GET", "POST")
def record_certificate(request: ActorRequest, staff_id: uuid.UUID) -> HttpResponse:
    """Record a paper of the profession."""
    form = forms.Paper(request.POST or None)
    return act_page(
        request,
        form,
        lambda: record_certificate_act(request.actor, staff_id, **form.facts),
        _person_url(staff_id),
        heading=_("Record a paper"),
        submit=_("Record"),
        back=_person_url(staff_id),
        lead=_("Enter it as it stands on the paper that you see."),
        said=_("Recorded."),
    )


@at_desk("GET", "POST")
def propose_grant(request: ActorRequest, staff_id: uuid.UUID) -> HttpResponse:
    """Propose a role."""
    profile = staff_profile(request.actor, staff_id)
    form = forms.ProposeGrant(request.POST or None, initial={"scope": "own"})
    units = [(unit.id, f"{one.name}: {unit.name}") for one in my_offices(request.actor) for unit in one.units]
    form.fields["unit_id"].offer(units, empty=_("The person's own team"))  # type: ignore[attr-defined]
    return act_page(
        request,
        form,
        lambda: propose_grant_act(request.actor, staff_id, **form.facts),
        _person_url(staff_id),
        heading=_("Propose a role"),
        submit=_("Propose"),
        back=_person_url(staff_id),
        lead=_("For %(name)s. Powerful roles wait for a second person and need a last day.")
        % {"name": profile.name},
        said=_("Proposed. If it is a powerful role, somebody else must now confirm it."),
    )


@at_desk()
def roles(request: ActorRequest) -> HttpResponse:
    """Roles that wait for a second person, and which roles stay apart."""
    context = {
        "pending": pending_grants(request.actor),
        "apart": tables.apart(incompatible_roles(request.actor)),
        "me": request.actor.staff_id,
        "confirm_grant": may(request.actor, "workforce.confirm_grant"),
    }
    return render(request, "desk/workforce/roles.html", context)


@at_desk("POST")
def settle_grant(request: ActorRequest, grant_id: uuid.UUID, answer: str) -> HttpResponse:
    """Confirm a proposal, or take a role back."""
    if answer == "tegaskan":
        confirm_grant(request.actor, grant_id)
        messages.success(request, _("Confirmed. The role is in force."))
    else:
        revoke_grant(request.actor, grant_id)
        messages.success(request, _("Taken back."))
    return redirect("desk_roles")


@at_desk()
def away(request: ActorRequest) -> HttpResponse:
    """Who is away, and who covers."""
    context = {
        "away": tables.away(absences(request.actor)),
        "covers": covers(request.actor),
        "end_cover": may(request.actor, "workforce.end_cover"),
        "staff_id": request.actor.staff_id,
    }
    return render(request, "desk/workforce/away.html", context)


@at_desk("GET", "POST")
def record_absence(request: ActorRequest, staff_id: uuid.UUID) -> HttpResponse:
    """Record days away."""
    form = forms.AbsenceForm(request.POST or None)
    return act_page(
        request,
        form,
        lambda: record_absence_act(request.actor, staff_id, **form.facts),
        reverse("desk_away"),
        heading=_("Record an absence"),
        submit=_("Record"),
        back=reverse("desk_away"),
        lead=_("Only the kind is recorded, no reason."),
        said=_("Recorded. Arrange who stands in."),
    )


@at_desk("GET", "POST")
def arrange_cover(request: ActorRequest, staff_id: uuid.UUID) -> HttpResponse:
    """Arrange who stands in."""
    profile = staff_profile(request.actor, staff_id)
    form = forms.CoverForm(request.POST or None)
    fit = [row for row in staff_list(request.actor, office_id=profile.office_id) if row.id != staff_id]
    form.fields["covering_id"].offer([(row.id, row.name) for row in fit])  # type: ignore[attr-defined]
    return act_page(
        request,
        form,
        lambda: arrange_cover_act(request.actor, staff_id, **form.facts),
        reverse("desk_away"),
        heading=_("Arrange cover"),
        submit=_("Arrange"),
        back=_person_url(staff_id),
        lead=_("Until the last day the cases of %(name)s are also open to the colleague.")
        % {"name": profile.name},
        said=_("Arranged."),
    )


@at_desk("POST")
def end_cover(request: ActorRequest, cover_id: uuid.UUID) -> HttpResponse:
    """End a cover early."""
    end_cover_act(request.actor, cover_id)
    messages.success(request, _("The cover has ended."))
    return redirect("desk_away")


@at_desk("GET", "POST")
def record_departure(request: ActorRequest, staff_id: uuid.UUID) -> HttpResponse:
    """Record that somebody leaves the service."""
    profile = staff_profile(request.actor, staff_id)
    form = forms.DepartureForm(request.POST or None)
    return act_page(
        request,
        form,
        lambda: record_departure_act(request.actor, staff_id, **form.facts),
        _person_url(staff_id),
        heading=_("Record a departure"),
        submit=_("Record the departure"),
        back=_person_url(staff_id),
        lead=_("%(name)s leaves the service. Every case must have been handed over.")
        % {"name": profile.name},
        said=_("Recorded. Access ends after the last day."),
        danger=True,
    )


@at_desk("POST")
def account_act(request: ActorRequest, staff_id: uuid.UUID, answer: str) -> HttpResponse:
    """Close, reopen, log out everywhere, invite again."""
    act, said = _ACCOUNT_ACTS[answer]
    act(request.actor, staff_id)
    messages.success(request, _(said))
    return redirect(_person_url(staff_id))


@at_desk("GET", "POST")
def invite_staff(request: ActorRequest, staff_id: uuid.UUID) -> HttpResponse:
    """Open an account for somebody who has none."""
    form = forms.InviteStaff(request.POST or None)
    return act_page(
        request,
        form,
        lambda: invite_staff_act(request.actor, staff_id, **form.facts),
        _person_url(staff_id),
        heading=_("Open an account"),
        submit=_("Send the invitation"),
        back=_person_url(staff_id),
        said=_("The invitation is on its way."),
    )
