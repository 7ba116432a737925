"""Staff look at the forms in use and try them out; a try-out keeps nothing."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_info

from simpul.casework.choices import AssessmentKind
from simpul.instruments.queries.catalogue import instrument_catalogue
from simpul.instruments.queries.forms import instrument_form
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.instrument import InstrumentForm, answers_view
from simpul.web.ui.language import reading_language


def _language(code: str) -> str:
    """A language by its name; an unknown code as it stands in the form."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


@at_desk()
def instruments(request: ActorRequest) -> HttpResponse:
    """The forms that one can begin."""
    language = reading_language()
    rows = [
        {
            "row": row,
            "title": row.title.say(language),
            "languages": ", ".join(_language(code) for code in row.languages),
            "kind": AssessmentKind(row.purpose).label if row.purpose else "",
        }
        for row in instrument_catalogue(request.actor)
    ]
    context = {
        "rows": rows,
        "may_bring": may(request.actor, "instruments.upload_instrument"),
        "may_retire": may(request.actor, "instruments.retire_instrument"),
    }
    return render(request, "desk/instruments/instruments.html", context)


@at_desk("GET", "POST")
def try_instrument(request: ActorRequest, version_id: uuid.UUID) -> HttpResponse:
    """One form, filled in for practice: nothing is stored, not even a draft."""
    form = instrument_form(request.actor, version_id)
    page = InstrumentForm(form, request.POST if request.method == "POST" else None)
    if page.wants_save and page.is_valid():
        view = answers_view(form, page.state.answers)
        return render(request, "desk/instruments/tried.html", {"instrument": page, "view": view})
    return render(request, "desk/instruments/try_instrument.html", {"instrument": page}, status=page.status)
