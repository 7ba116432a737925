"""What is asked at the portal's door."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.web.ui.door_forms import DoorForm, password_field, signs_field
from simpul.web.ui.forms import ActForm


class Login(DoorForm):
    """The name from the paper and one's own password."""

    name = signs_field(
        _("Name for entering"), _("Ten signs that your worker gave you, for example 7K2PM-4XQ9D.")
    )
    password = password_field(_("Password"))


class FirstTime(DoorForm):
    """Name, one-time code, and the password that one chooses."""

    name = signs_field(_("Name for entering"))
    code = signs_field(
        _("Code, works once"), _("Sixteen signs. Small letters, spaces and dashes do not matter.")
    )
    password = password_field(
        _("Your own password"),
        _("At least 12 characters; a short sentence is good. Nobody here can read it."),
    )
    again = password_field(_("The same password again"))

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        if facts.get("again") and facts.get("password") and facts["again"] != facts["password"]:
            self.add_error("again", _("The two passwords differ. Type the second one again."))
        return facts


class NewPassword(ActForm):
    """The present password as proof, and the next one."""

    old = forms.CharField(
        label=_("Present password"), max_length=200, strip=False, widget=forms.PasswordInput
    )
    new = forms.CharField(
        label=_("New password"),
        help_text=_("At least 12 characters; a short sentence is good. Nobody here can read it."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput,
    )
