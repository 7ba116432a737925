"""A household's page, and who comes and goes."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.registry.commands.join_household import join_household as join_household_act
from simpul.registry.commands.leave_household import leave_household as leave_household_act
from simpul.registry.queries.household_file import household_file
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.desk.registry import forms
from simpul.web.desk.registry.choosing import chosen, settle_person
from simpul.web.desk.registry.paging import act_page
from simpul.web.ui.acting import ActorRequest


@at_desk()
def household(request: ActorRequest, household_id: uuid.UUID) -> HttpResponse:
    """Who lives here, who lived here."""
    file = household_file(request.actor, household_id)
    may_change = may(request.actor, "registry.join_household")
    may_leave = may(request.actor, "registry.leave_household")
    context = {"household": file, "may_join": may_change, "may_leave": may_leave}
    return render(request, "desk/registry/household.html", context)


@at_desk("GET", "POST")
def join_household(request: ActorRequest, household_id: uuid.UUID) -> HttpResponse:
    """Somebody comes to live here."""
    form = forms.JoinHousehold(request.POST or None)
    if request.method == "POST":
        settle_person(request, form)
    back = reverse("household", args=[household_id])
    return act_page(
        request,
        form,
        lambda: join_household_act(
            request.actor,
            household_id,
            person_id=chosen(form),
            relation=form.facts["relation"],
            since=form.facts["since"],
        ),
        back,
        heading=_("Add a member"),
        submit=_("Add"),
        back=back,
    )


@at_desk("GET", "POST")
def leave_household(request: ActorRequest, household_id: uuid.UUID, person_id: uuid.UUID) -> HttpResponse:
    """Somebody leaves; the time here stays in the history."""
    form = forms.LeaveHousehold(request.POST or None)
    back = reverse("household", args=[household_id])
    return act_page(
        request,
        form,
        lambda: leave_household_act(request.actor, household_id, person_id=person_id, **form.facts),
        back,
        heading=_("Leaves the household"),
        submit=_("Save"),
        back=back,
    )
