"""What is asked at the agency's door."""

from __future__ import annotations

import uuid
from typing import Any

from allauth.core import ratelimit
from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from simpul.kernel.actor import public_actor
from simpul.kernel.errors import InvalidInput
from simpul.referral.commands.enter_partner_door import enter_partner_door
from simpul.referral.commands.open_partner_door import open_partner_door
from simpul.web.partner.door import remember
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.components.field.props import dress
from simpul.web.ui.language import say

SIGNS = {"autocapitalize": "characters", "spellcheck": "false", "autocomplete": "off"}


class _DoorForm(forms.Form):
    """Answered before anybody is known, hence without idempotency key."""

    refusal = ""

    number = forms.CharField(
        label=_("Number of the letter"),
        help_text=_("Ten signs, for example 7K2PM-4XQ9D."),
        max_length=80,
        widget=forms.TextInput(attrs=SIGNS),
    )

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        for field in self.fields.values():
            dress(field)

    @property
    def status(self) -> int:
        return 422 if self.is_bound and (self.errors or self.refusal) else 200


class OpenForm(_DoorForm):
    """The first time: the code from the letter, who one is, and one's own password."""

    code = forms.CharField(
        label=_("Code, works once"),
        help_text=_("Sixteen signs. Small letters, spaces and dashes do not matter."),
        max_length=80,
        widget=forms.TextInput(attrs=SIGNS),
    )
    officer = forms.CharField(
        label=_("Your name and your post"),
        help_text=_("The client sees who has read, and why."),
        max_length=160,
    )
    password = forms.CharField(
        label=_("Your own password"),
        help_text=_("To come back. At least 12 characters; a short sentence is good."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}, render_value=False),
    )


class ReturnForm(_DoorForm):
    """Coming back with the password that one chose."""

    password = forms.CharField(
        label=_("Your own password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )


def opened(request: ActorRequest, form: OpenForm) -> uuid.UUID | None:
    """The referral that the code opened; otherwise the form says why not, and never more."""
    if not _calm(request, form):
        return None
    try:
        door = open_partner_door(public_actor(), **form.cleaned_data)
    except InvalidInput as error:
        for fault in error.faults:
            form.add_error(fault.field, say(fault.text))
        return None
    if door is None:
        form.refusal = _now(
            "Number and code do not fit together, or the code no longer works. After five wrong codes or two "
            "weeks the office that sent the letter gives you a new one."
        )
        return None
    return remember(request, *door)


def returned(request: ActorRequest, form: ReturnForm) -> uuid.UUID | None:
    """The referral, if number and password fit."""
    if not _calm(request, form):
        return None
    door = enter_partner_door(public_actor(), **form.cleaned_data)
    if door is None:
        form.refusal = _now(
            "Number and password do not fit together. Look at both again, or ask the office for a new code."
        )
        return None
    return remember(request, *door)


def _calm(request: ActorRequest, form: _DoorForm) -> bool:
    """Counted for the address and for the number as typed, existing or not."""
    if ratelimit.consume(request, action="partner", key=form.cleaned_data["number"].upper()):
        return True
    form.refusal = _now("Too many attempts. Wait five minutes, then try again.")
    return False
