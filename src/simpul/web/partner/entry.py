"""What is asked at the agency's door."""

from __future__ import annotations

import uuid

from allauth.core import ratelimit
from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from simpul.kernel.actor import public_actor
from simpul.kernel.errors import InvalidInput
from simpul.referral.commands.enter_partner_door import enter_partner_door
from simpul.referral.commands.open_partner_door import open_partner_door
from simpul.registry.rules.door_codes import plain
from simpul.web.partner.door import remember
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.door_forms import DoorForm, password_field, signs_field
from simpul.web.ui.language import say


class OpenForm(DoorForm):
    """The first time: the code from the letter, who one is, and one's own password."""

    number = signs_field(_("Number of the letter"), _("Ten signs, for example 7K2PM-4XQ9D."))
    code = signs_field(
        _("Code, works once"), _("Sixteen signs. Small letters, spaces and dashes do not matter.")
    )
    officer = forms.CharField(
        label=_("Your name and your post"),
        help_text=_("The client sees who has read, and why."),
        max_length=160,
    )
    password = password_field(
        _("Your own password"), _("To come back. At least 12 characters; a short sentence is good.")
    )


class ReturnForm(DoorForm):
    """Coming back with the password that one chose."""

    number = signs_field(_("Number of the letter"), _("Ten signs, for example 7K2PM-4XQ9D."))
    password = password_field(_("Your own password"))


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


def _calm(request: ActorRequest, form: DoorForm) -> bool:
    """Counted for the address and for the number as typed, existing or not."""
    if ratelimit.consume(request, action="partner", key=plain(form.cleaned_data["number"])):
        return True
    form.refusal = _now("Too many attempts. Wait five minutes, then try again.")
    return False
