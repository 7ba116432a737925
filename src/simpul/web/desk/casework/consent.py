"""What the client allows in a case, and what she takes back."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.commands.record_case_consent import record_case_consent as record
from simpul.casework.commands.record_case_refusal import record_case_refusal as record_no
from simpul.registry.commands.withdraw_consent import withdraw_consent
from simpul.safeguards.consent import Purpose
from simpul.safeguards.permissions import may
from simpul.web.desk.casework.act_page import act_page, bound, open_file
from simpul.web.desk.casework.consent_forms import ConsentForm, RefusalForm, WithdrawForm
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest


@at_desk("GET", "POST")
def record_case_consent(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Explain, ask, and keep what the client allows."""
    file = open_file(request, case_id, "record_case_consent")
    wanted = request.GET.get("untuk", "")
    granted = {
        "purpose": wanted if wanted in Purpose.values else Purpose.CASEWORK,
        "basis": "consent",
        "language": "id",
    }
    form = bound(request, ConsentForm, initial=granted)
    return act_page(
        request,
        file,
        form,
        lambda: record(request.actor, case_id, consent=form.given),
        heading=_("Consent"),
        submit=_("Keep the consent"),
        said=_("The consent is recorded. It can be taken back at any time."),
        lead=_("Explain first, then ask kind by kind. A no is kept as well as a yes."),
        template="desk/casework/record_case_consent.html",
        refusal_url=reverse("record_case_refusal", args=[case_id]),
    )


@at_desk("GET", "POST")
def record_case_refusal(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Keep that the client was asked and said no."""
    file = open_file(request, case_id, "record_case_refusal")
    form = bound(request, RefusalForm, initial={"purpose": request.GET.get("untuk", "")})
    return act_page(
        request,
        file,
        form,
        lambda: record_no(request.actor, case_id, refusal=form.heard),
        heading=_("The client says no"),
        submit=_("Keep the no"),
        said=_("The no is recorded. It holds; you may ask again when something has changed for the client."),
        lead=_(
            "A no is an answer, not an obstacle. Nothing opens by it, and no help that needs no consent ends."
        ),
    )


@at_desk("GET", "POST")
def withdraw_case_consent(request: ActorRequest, case_id: uuid.UUID, consent_id: uuid.UUID) -> HttpResponse:
    """The client takes a consent back; it stands no more from this moment."""
    file = open_file(request, case_id, "record_case_consent")
    standing = next((one for one in file.consents if one.id == consent_id), None)
    client_id = file.row.client_id
    if client_id is None or not may(request.actor, "registry.withdraw_consent"):
        raise Http404
    form = bound(request, WithdrawForm)
    purpose = str(Purpose(standing.purpose).label) if standing else ""
    return act_page(
        request,
        file,
        form,
        lambda: withdraw_consent(request.actor, client_id, consent_id=consent_id, **form.facts),
        heading=_("Withdraw consent"),
        submit=_("Withdraw"),
        said=_("The consent stands no more."),
        lead=purpose,
        danger=True,
    )
