"""The questions about who answers for a case, who the client is, and where the case goes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.casework.choices import Stage, TeamRole
from simpul.web.desk.casework.act_page import CaseForm
from simpul.web.ui.forms import give_choices


class AssignForm(CaseForm):
    """Who answers for the case."""

    staff_id = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": _("Choose somebody.")})
    role = forms.ChoiceField(label=_("As"), choices=TeamRole.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=200,
        help_text=_("For instance: lives near, speaks Madurese."),
    )


class IdentifyForm(CaseForm):
    """Who the client is: somebody on file."""

    name = forms.CharField(label=_("Name"), required=False, max_length=160)
    birth = forms.CharField(label=_("Born, or age"), required=False, max_length=40)
    nik = forms.CharField(
        label=_("NIK, if at hand"),
        required=False,
        max_length=25,
        widget=forms.TextInput({"inputmode": "numeric"}),
    )
    client_id = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": _("Choose somebody from the list.")}
    )


class StageForm(CaseForm):
    """Where the case goes: one stage on, or back with a reason."""

    to = forms.ChoiceField(label=_("To which stage?"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why back?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only when the case goes back a stage."),
    )

    def __init__(self, *args: Any, forward: tuple[str, ...], back: tuple[str, ...], **facts: Any) -> None:
        super().__init__(*args, **facts)
        give_choices(
            self,
            "to",
            [
                *((code, Stage(code).label) for code in forward),
                *((code, _("Back to: %(stage)s") % {"stage": Stage(code).label}) for code in back),
            ],
        )


class SkipForm(CaseForm):
    """Why there is no conference."""

    reason = forms.CharField(
        label=_("Why is no conference needed?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
