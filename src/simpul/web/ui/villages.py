"""Choosing a village by typing: answers for the type-ahead, and the same without script."""

from __future__ import annotations

from django.forms import Form
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from simpul.reference.queries.regions import find_regions
from simpul.safeguards.permissions import may
from simpul.web.ui.acting import ActorRequest
from simpul.workforce.queries.office_tree import office_card

SHOWN = 8


def village_choices(request: ActorRequest) -> HttpResponse:
    """Villages whose names begin with what is typed, each with its full path."""
    words = request.POST.get("q", "")[:100]
    near = working_place(request)
    found = find_regions(request.actor, words=words, levels=("village",), near=near, limit=SHOWN)
    rows = [{"value": row.code, "label": row.label, "note": row.code} for row in found]
    return JsonResponse({"results": rows})


def working_place(request: ActorRequest) -> str:
    """The code of the region in which the office of whoever asks lies; nothing for those without one."""
    office_id = request.actor.office_id
    if office_id is None or not may(request.actor, "workforce.office_card"):
        return ""
    card = office_card(request.actor, office_id=office_id)
    return card.region_code if card else ""


def settle_region(
    request: ActorRequest, form: Form, code: str = "region_code", text: str = "village"
) -> None:
    """Turn a typed village into its code; when several fit, say which."""
    if not form.is_valid() or form.cleaned_data.get(code) or not form.cleaned_data.get(text, "").strip():
        return
    found = find_regions(request.actor, words=form.cleaned_data[text], levels=("village",), limit=5)
    exact = [row for row in found if form.cleaned_data[text] in {row.code, row.label}]
    if len(found) == 1 or exact:
        form.cleaned_data[code] = (exact or list(found))[0].code
        return
    if not found:
        form.add_error(text, _("No village of this name. Write its beginning, or its code."))
        return
    listed = "; ".join(f"{row.label} ({row.code})" for row in found)
    form.add_error(text, _("Several villages fit. Write the code of one: %(list)s") % {"list": listed})
