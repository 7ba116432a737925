"""The questions of one paper: its texts, its language, who may read it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from simpul.casework.queries.paper_drafts import PaperDraft, PaperField
from simpul.web.ui.components.field.props import dress
from simpul.web.ui.forms import ActForm
from simpul.web.ui.language import say

AROUND = ("language", "for_client", "veil")
ROWS = {"text": 5, "list": 4, "pairs": 3}


def _field(one: PaperField) -> forms.Field:
    hints = {
        "list": gettext("One a line."),
        "pairs": gettext("One a line, the two parts with | between."),
    }
    options: dict[str, Any] = {"label": say(one.label), "required": one.required}
    if one.shape == "day":
        return forms.DateField(**options)
    if one.shape == "line":
        return forms.CharField(max_length=300, **options)
    area = forms.Textarea(attrs={"rows": ROWS[one.shape]})
    return forms.CharField(max_length=12_000, widget=area, help_text=hints.get(one.shape, ""), **options)


class PaperForm(ActForm):
    """One paper; the fields are those of its kind."""

    language = forms.ChoiceField(
        label=_("Language of the paper"), choices=[("id", "Bahasa Indonesia"), ("en", "English")]
    )
    for_client = forms.BooleanField(label=_("The client finds it in the portal"), required=False)
    veil = forms.BooleanField(
        label=_("Name nobody: initials and case number only"),
        required=False,
        help_text=_("Names of parents, kin and household are covered in every text too."),
    )

    def __init__(self, *args: Any, draft: PaperDraft, **options: Any) -> None:
        super().__init__(*args, **options)
        if draft.must_veil:
            del self.fields["veil"]
        own = {one.name: _field(one) for one in draft.fields}
        around = {name: self.fields.pop(name) for name in AROUND if name in self.fields}
        for one in own.values():
            dress(one)
        self.fields |= own | around
        self.own = tuple(own)

    def arguments(self) -> dict[str, Any]:
        """What the act is called with."""
        data = self.cleaned_data
        return {
            "answers": {name: data.get(name) for name in self.own},
            "language": data["language"],
            "for_client": data["for_client"],
            "veil": bool(data.get("veil")),
        }
