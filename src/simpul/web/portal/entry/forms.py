"""What is asked at the portal's door."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.web.ui.components.field.props import dress
from simpul.web.ui.forms import ActForm

NAME = {"autocapitalize": "characters", "spellcheck": "false", "autocomplete": "off"}


class _DoorForm(forms.Form):
    """Answered before anybody is known, hence without idempotency key."""

    refusal = ""

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        for field in self.fields.values():
            dress(field)

    @property
    def status(self) -> int:
        return 422 if self.is_bound and (self.errors or self.refusal) else 200


class Login(_DoorForm):
    """The name from the paper and one's own password."""

    name = forms.CharField(
        label=_("Name for entering"),
        help_text=_("Ten signs that your worker gave you, for example 7K2PM-4XQ9D."),
        max_length=80,
        widget=forms.TextInput(attrs=NAME),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )


class FirstTime(_DoorForm):
    """Name, one-time code, and the password that one chooses."""

    name = forms.CharField(label=_("Name for entering"), max_length=80, widget=forms.TextInput(attrs=NAME))
    code = forms.CharField(
        label=_("Code, works once"),
        help_text=_("Sixteen signs. Small letters, spaces and dashes do not matter."),
        max_length=80,
        widget=forms.TextInput(attrs=NAME),
    )
    password = forms.CharField(
        label=_("Your own password"),
        help_text=_("At least 12 characters; a short sentence is good. Nobody here can read it."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}, render_value=False),
    )
    again = forms.CharField(
        label=_("The same password again"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

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
