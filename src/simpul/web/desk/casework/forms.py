"""The words of the case list's filter."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.casework.choices import Risk, Stage
from simpul.web.ui.components.field.props import dress

PAGE = 25
ANY = [("", _("Any"))]


class CaseFilter(forms.Form):
    """Which cases to show."""

    text = forms.CharField(label=_("Reference or name"), required=False, max_length=120)
    stage = forms.ChoiceField(label=_("Stage"), required=False, choices=[*ANY, *Stage.choices])
    risk = forms.ChoiceField(label=_("Risk"), required=False, choices=[*ANY, *Risk.choices])
    overdue = forms.BooleanField(label=_("Only overdue"), required=False)
    unassigned = forms.BooleanField(label=_("Only without a worker"), required=False)
    closed = forms.BooleanField(label=_("Closed ones too"), required=False)
    worker = forms.UUIDField(required=False, widget=forms.HiddenInput)
    page = forms.IntegerField(required=False, min_value=1, max_value=10_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        for field in self.fields.values():
            dress(field)

    def wanted(self) -> dict[str, Any]:
        """The facts that the query asks for."""
        found = self.cleaned_data
        worker: uuid.UUID | None = found["worker"]
        return {
            "text": found["text"],
            "stage": found["stage"],
            "risk": found["risk"],
            "overdue": found["overdue"],
            "unassigned": found["unassigned"],
            "open_only": not found["closed"],
            "worker_id": worker,
            "page": found["page"] or 1,
        }
