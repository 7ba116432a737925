"""Choosing a village or a person by typing: answers for the type-ahead, and the same without script."""

from __future__ import annotations

import uuid

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from simpul.registry.queries.search import CandidateRow, search_persons
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.forms import ActForm
from simpul.web.ui.villages import village_choices

SHOWN = 8


def row_words(row: CandidateRow) -> str:
    """A person in a list of choices: name, year, village."""
    parts = [row.name or _("Name not known"), str(row.birth_year or ""), row.village]
    return ", ".join(part for part in parts if part)


@at_desk("POST")
def region_choices(request: ActorRequest) -> HttpResponse:
    """Villages whose names begin with what is typed, each with its full path."""
    return village_choices(request)


@at_desk("POST")
def person_choices(request: ActorRequest) -> HttpResponse:
    """Persons on file who match what is typed."""
    rows = _persons(request, request.POST.get("q", "")[:100])
    choices = [{"value": str(row.person_id), "label": row_words(row), "note": row.call_name} for row in rows]
    return JsonResponse({"results": choices})


def _persons(request: ActorRequest, text: str) -> tuple[CandidateRow, ...]:
    digits = "".join(letter for letter in text if letter.isdecimal())
    facts = {"nik": digits} if len(digits) == 16 else {"name": text}
    return search_persons(request.actor, **facts)[:SHOWN]


def settle_person(request: ActorRequest, form: ActForm, key: str = "other_id", text: str = "other") -> None:
    """Turn a typed name or NIK into a person on file; when several fit, say which."""
    if not form.is_valid() or form.cleaned_data.get(key) or not form.cleaned_data.get(text, "").strip():
        return
    rows = _persons(request, form.cleaned_data[text])
    exact = [row for row in rows if row_words(row) == form.cleaned_data[text]]
    if len(rows) == 1 or len(exact) == 1:
        form.cleaned_data[key] = (exact or list(rows))[0].person_id
    elif not rows:
        form.add_error(text, _("Nobody of this name is on file. Register the person first."))
    else:
        listed = "; ".join(row_words(row) for row in rows[:5])
        form.add_error(text, _("Several persons fit. Copy one of these: %(list)s") % {"list": listed})


def chosen(form: ActForm, key: str = "other_id") -> uuid.UUID:
    """The person that was chosen; an unknown one lets the act say so."""
    return form.cleaned_data.get(key) or uuid.UUID(int=0)
