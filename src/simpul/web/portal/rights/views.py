"""Consents given and taken back, who has looked and why, a copy of everything."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.registry.commands.withdraw_consent import withdraw_consent
from simpul.registry.queries.consents import ConsentRow, consents_of, refusals_of
from simpul.registry.queries.lookers import emergencies_of, who_has_looked
from simpul.web.portal.door import in_portal, person_of
from simpul.web.portal.rights.consequences import follows
from simpul.web.portal.rights.copy_of_all import copy_of_all
from simpul.web.portal.rights.forms import Withdraw
from simpul.web.portal.rights.readers import reader_rows
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import perform

SHOWN = 500


@in_portal()
def choices(request: ActorRequest) -> HttpResponse:
    """What she allowed, what she took back, and what rests on a duty."""
    rows = consents_of(request.actor, person_of(request))
    context = {
        "given": [row for row in rows if row.stands and row.basis == "consent"],
        "duties": [row for row in rows if row.stands and row.basis != "consent"],
        "refused": refusals_of(request.actor, person_of(request)),
        "past": [row for row in rows if not row.stands],
    }
    return render(request, "portal/rights/choices.html", context)


@in_portal("GET", "POST")
def withdraw(request: ActorRequest, consent_id: uuid.UUID) -> HttpResponse:
    """Take one consent back; it holds from this moment."""
    row = _own(request, consent_id)
    form = Withdraw(request.POST if request.method == "POST" else None)
    person_id = person_of(request)
    answer = form.is_bound and perform(
        request,
        form,
        lambda: withdraw_consent(request.actor, person_id, consent_id=consent_id, **form.facts),
        reverse("portal_choices"),
    )
    if answer:
        messages.success(request, _("Taken back. It no longer holds from this moment."))
    context = {"form": form, "row": row, "follows": follows(row.purpose)}
    return answer or render(request, "portal/rights/withdraw.html", context, status=form.status)


def _own(request: ActorRequest, consent_id: uuid.UUID) -> ConsentRow:
    """Her own consent, or nothing at all."""
    rows = consents_of(request.actor, person_of(request))
    found = next((row for row in rows if row.id == consent_id and row.basis == "consent"), None)
    if found is None:
        raise Http404
    return found


@in_portal()
def looked(request: ActorRequest) -> HttpResponse:
    """Who has looked, with role and office, and each emergency with reason and review."""
    actor, person_id = request.actor, person_of(request)
    limit = 2000 if "semua" in request.GET else SHOWN
    looks = who_has_looked(actor, person_id, limit=limit)
    context = {
        "emergencies": emergencies_of(actor, person_id),
        "others": reader_rows(look for look in looks if not look.by_client),
        "mine": reader_rows(look for look in looks if look.by_client),
        "everything": limit > SHOWN,
    }
    return render(request, "portal/rights/looked.html", context)


@in_portal("GET", "POST")
def copy(request: ActorRequest) -> HttpResponse:
    """The copy to take along, on demand only."""
    if request.method != "POST":
        return render(request, "portal/rights/copy.html")
    name, text = copy_of_all(request)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="application/json; charset=utf-8", headers=headers)
