"""The form that says which column of a table means what."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from simpul.kernel.text import Text
from simpul.registry.queries.imports import ImportPage
from simpul.web.ui.forms import ENVELOPE, ActForm
from simpul.web.ui.language import say


class MapImport(ActForm):
    """One choice a field; what was guessed is chosen already."""

    columns = forms.CharField(widget=forms.HiddenInput, initial="1", required=False)

    def __init__(self, *args: Any, page: ImportPage, fields: dict[str, Text], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [
            ("", _("Not in the table")),
            *((str(n), _header(page, n)) for n in range(len(page.headers))),
        ]
        for name, label in fields.items():
            self.fields[name] = forms.ChoiceField(
                label=say(label),
                choices=offered,
                required=name == "full_name",
                initial=str(page.mapping.get(name, "")),
            )

    @property
    def mapping(self) -> dict[str, int]:
        kept = {
            name: value for name, value in self.cleaned_data.items() if name not in {*ENVELOPE, "columns"}
        }
        return {name: int(value) for name, value in kept.items() if value != ""}


def _header(page: ImportPage, place: int) -> str:
    """A column by its header and what stands in its first row."""
    sample = next((row[place] for row in page.samples if place < len(row) and row[place]), "")
    header = page.headers[place] or _("Column %(number)s") % {"number": place + 1}
    return f"{header} ({sample[:24]})" if sample else header
