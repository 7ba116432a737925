"""The worker invites the client; name and code are shown this once and kept nowhere in clear."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.kernel.errors import ActError, Hidden
from simpul.registry.commands.invite_to_portal import Invitation
from simpul.registry.commands.invite_to_portal import invite_to_portal as invite
from simpul.registry.commands.revoke_portal_access import revoke_portal_access as revoke
from simpul.registry.queries.person_file import person_banner
from simpul.registry.queries.portal_access import portal_access
from simpul.web.desk.door import at_desk
from simpul.web.desk.portal_access.forms import Invite
from simpul.web.desk.registry import pictures
from simpul.web.ui.acting import ActorRequest
from simpul.workforce.queries.office_tree import office_card


@at_desk("GET", "POST")
def invite_to_portal(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """How it stands, and the form; after sending, what is to be handed over."""
    form = Invite(request.POST or None)
    invitation = _invited(request, person_id, form) if form.is_bound and form.is_valid() else None
    if invitation:
        return render(request, "desk/portal_access/invitation.html", _paper(request, person_id, invitation))
    context = {
        "form": form,
        "person_id": person_id,
        "banner": pictures.banner(person_banner(request.actor, person_id)),
        "tabs": pictures.tabs(request.actor, person_id, "invite_to_portal"),
        "access": portal_access(request.actor, person_id),
    }
    return render(request, "desk/portal_access/invite_to_portal.html", context, status=form.status)


def _invited(request: ActorRequest, person_id: uuid.UUID, form: Invite) -> Invitation | None:
    """Sent twice, it is renewed: to answer the same, the code would have to be kept in clear."""
    try:
        return invite(request.actor, person_id, **form.facts)
    except Hidden:
        raise
    except ActError as error:
        form.take_faults(error)
        return None


def _paper(request: ActorRequest, person_id: uuid.UUID, invitation: Invitation) -> dict[str, object]:
    office_id = request.actor.office_id if invitation.handed_over == "named" else None
    office = office_card(request.actor, office_id=office_id) if office_id else None
    return {
        "invitation": invitation,
        "person_id": person_id,
        "address": settings.SITE_ORIGIN.rstrip("/") + reverse("portal_first_time"),
        "office": office.name if office else "",
    }


@at_desk("POST")
def revoke_portal_access(request: ActorRequest, person_id: uuid.UUID) -> HttpResponse:
    """Close it at once."""
    revoke(request.actor, person_id)
    messages.success(request, _("The way into the portal is closed; open sessions have ended."))
    return redirect("invite_to_portal", person_id)
