"""A service is looked for with the client, explained, and kept."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from simpul.casework.commands.explain_service import explain_service as explain
from simpul.directory.queries.find_services import FoundService
from simpul.safeguards.consent import Purpose
from simpul.web.desk.casework.act_page import CaseForm, act_page, asks, bound, open_file
from simpul.web.desk.casework.contact_forms import long_text
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.forms import give_choices
from simpul.web.ui.help_pages.choosing import services_for

MOST = 10


class ExplainService(CaseForm):
    """Plain words lead to a list; one of it was explained."""

    words = forms.CharField(
        label=gettext_lazy("What is needed, in plain words"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("For instance: child out of school, no birth certificate"),
    )
    service_id = forms.ChoiceField(label=gettext_lazy("Which service"), widget=forms.RadioSelect)
    told = long_text(
        gettext_lazy("What I explained"),
        required=True,
        hint=gettext_lazy("What it gives, what to bring, the steps, her rights."),
    )
    client_words = long_text(gettext_lazy("The client's words"), rows=2)

    def __init__(self, *args: Any, found: tuple[FoundService, ...], **facts: Any) -> None:
        super().__init__(*args, **facts)
        give_choices(self, "service_id", [(str(one.service_id), one.name) for one in found])

    @property
    def explained(self) -> dict[str, Any]:
        chosen = self.facts["service_id"]
        told = {name: self.facts[name] for name in ("told", "client_words")}
        return told | {"service_id": uuid.UUID(chosen) if chosen else None}


@at_desk("GET", "POST")
def explain_service(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Look for a service with plain words, choose it, keep what was explained."""
    file = open_file(request, case_id, "explain_service")
    found = services_for(request.actor, request.POST.get("words", ""), most=MOST)
    form = bound(request, ExplainService, found=found)
    return act_page(
        request, file, form, lambda: explain(request.actor, case_id, **form.explained),
        heading=_("Explain a service"), submit=_("Keep what was explained"),
        said=_("Kept. The client sees it in the portal."),
        lead=_("Look for it together. The sheet can be printed for the client."),
        template="desk/casework/explain_service.html", found=found, looked=asks(request),
        consent_to=Purpose.CASEWORK,
    )  # fmt: skip
