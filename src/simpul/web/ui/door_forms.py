"""What a door has in common at which one proves who one is, before anybody is known."""

from __future__ import annotations

from typing import Any

from django import forms

from simpul.web.ui.components.field.props import dress

SIGNS = {"autocapitalize": "characters", "spellcheck": "false", "autocomplete": "off"}


class DoorForm(forms.Form):
    """Answered before anybody is known, hence without idempotency key. ``refusal`` says why, no more."""

    refusal = ""

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        for field in self.fields.values():
            dress(field)

    @property
    def status(self) -> int:
        return 422 if self.is_bound and (self.errors or self.refusal) else 200


def signs_field(label: Any, hint: Any = "") -> forms.CharField:
    """A number or code that was drawn by us, typed from paper."""
    return forms.CharField(label=label, help_text=hint, max_length=80, widget=forms.TextInput(attrs=SIGNS))


def password_field(label: Any, hint: Any = "") -> forms.CharField:
    """A password, which no browser keeps and no page shows again."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
