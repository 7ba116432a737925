"""The questions about offices, staff, roles and absences; what may stand is the acts' to say."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.web.ui.forms import ActForm
from simpul.workforce.choices import (
    AbsenceKind,
    CredentialKind,
    DepartureKind,
    GrantableRole,
    GrantScope,
    OfficeKind,
    TieKind,
    UnitKind,
)

Pairs = Iterable[tuple[object, str]]


def optional(value: str) -> uuid.UUID | None:
    """The id behind an answer that may be left open."""
    return uuid.UUID(value) if value else None


class PlaceField(forms.TypedChoiceField):
    """One of the offices, teams or colleagues that the reader reaches."""

    def __init__(self, **options: Any) -> None:
        super().__init__(coerce=optional, empty_value=None, **options)

    def offer(self, pairs: Pairs, *, empty: str | None = None) -> None:
        self.choices = [
            *([("", empty)] if empty is not None else []),
            *((str(key), name) for key, name in pairs),
        ]


class OfficeFacts(ActForm):
    """What an office is called and what stands over its letters."""

    name = forms.CharField(label=_("Name"), max_length=160)
    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    city = forms.CharField(label=_("City"), max_length=80, required=False, help_text=_("Dates letters."))
    postcode = forms.CharField(label=_("Postcode"), max_length=5, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    website = forms.CharField(label=_("Website"), max_length=120, required=False)
    letterhead_over = forms.CharField(
        label=_("First line of the letterhead"),
        max_length=160,
        required=False,
        help_text=_("For instance PEMERINTAH KABUPATEN ..."),
    )
    letterhead_name = forms.CharField(
        label=_("Second line of the letterhead"), max_length=160, required=False
    )


class OpenOffice(OfficeFacts):
    """A new office."""

    kind = forms.ChoiceField(label=_("Kind"), choices=OfficeKind.choices)
    code = forms.CharField(
        label=_("Code"), max_length=20, help_text=_("Stands in letter numbers; stays for good.")
    )
    region_code = forms.CharField(label=_("Region code"), max_length=13, help_text=_("For instance 35.23"))
    parent_id = PlaceField(label=_("Belongs to"), required=False)
    field_order = ("kind", "name", "code", "region_code", "parent_id")


class OpenUnit(ActForm):
    """A new team."""

    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=UnitKind.choices,
        help_text=_("Cases of a protection team are sealed from everybody outside it."),
    )


class StaffFacts(ActForm):
    """Who somebody is and in which team."""

    full_name = forms.CharField(label=_("Full name, without titles"), max_length=160)
    title_front = forms.CharField(label=_("Title before the name"), max_length=40, required=False)
    title_back = forms.CharField(label=_("Title after the name"), max_length=80, required=False)
    unit_id = PlaceField(label=_("Team"), required=False)
    nip = forms.CharField(
        label=_("NIP"), max_length=25, required=False, help_text=_("18 digits, if there is one.")
    )
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)


class EngageStaff(StaffFacts):
    """Somebody new."""

    email = forms.CharField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        help_text=_("An invitation goes there. Leave it empty for somebody without an account."),
    )
    active_from = forms.DateField(label=_("First day"), required=False)


class InviteStaff(ActForm):
    """An account for somebody who has none."""

    email = forms.CharField(label=_("E-mail"), max_length=254)


class Paper(ActForm):
    """A paper of the profession."""

    kind = forms.ChoiceField(label=_("Kind"), choices=CredentialKind.choices)
    number = forms.CharField(label=_("Number"), max_length=60)
    issuer = forms.CharField(label=_("Issued by"), max_length=120, required=False)
    issued_on = forms.DateField(label=_("Day of issue"))
    expires_on = forms.DateField(label=_("Valid until"), required=False)


class ProposeGrant(ActForm):
    """A role with its reach and its end."""

    role = forms.ChoiceField(label=_("Role"), choices=GrantableRole.choices)
    scope = forms.ChoiceField(label=_("Reach"), choices=GrantScope.choices, widget=forms.RadioSelect)
    unit_id = PlaceField(label=_("Team"), required=False, help_text=_("Only for the reach of a team."))
    area = forms.CharField(
        label=_("Area"),
        max_length=13,
        required=False,
        help_text=_("Only for an area: a region code such as 35.23"),
    )
    expires = forms.DateField(label=_("Last day"), required=False)


class AbsenceForm(ActForm):
    """Days away."""

    kind = forms.ChoiceField(label=_("Kind"), choices=AbsenceKind.choices)
    starts_on = forms.DateField(label=_("First day"))
    ends_on = forms.DateField(label=_("Last day"))


class CoverForm(ActForm):
    """Who stands in, from when until when."""

    covering_id = PlaceField(label=_("Who stands in"))
    starts_on = forms.DateField(label=_("First day"))
    ends_on = forms.DateField(label=_("Last day"))


class DepartureForm(ActForm):
    """A last day."""

    kind = forms.ChoiceField(label=_("Kind"), choices=DepartureKind.choices)
    last_day = forms.DateField(label=_("Last day"))


class EthicsForm(ActForm):
    """The acceptance."""

    code_version = forms.CharField(widget=forms.HiddenInput)
    agreed = forms.BooleanField(label=_("I have read this code and will work by it."))


class ReflectionForm(ActForm):
    """A private note."""

    words = forms.CharField(
        label=_("What moved me, what I learnt, what I would do differently"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=8000,
    )


class ReviewForm(ActForm):
    """The judgement on an emergency reading."""

    justified = forms.TypedChoiceField(
        label=_("Was it justified?"),
        choices=[("yes", _("Yes")), ("no", _("No: the reading ends now"))],
        widget=forms.RadioSelect,
        coerce=lambda answer: answer == "yes",
    )
    words = forms.CharField(
        label=_("Why do you judge so?"), widget=forms.Textarea(attrs={"rows": 4}), max_length=2000
    )


class TieForm(ActForm):
    """Kinship or interest."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[*TieKind.choices, ("self", _("This is my own file"))],
        widget=forms.RadioSelect,
        initial="kin",
    )
    words = forms.CharField(
        label=_("What your supervisor should know"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )


class OwnNumberForm(ActForm):
    """A worker's own NIK, or the one that stands on her card."""

    nik = forms.CharField(
        label=_("NIK"),
        help_text=_("16 digits. Only a keyed hash is kept, never the number."),
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class SupervisionForm(ActForm):
    """Who, how often, what for."""

    supervisor_id = PlaceField(label=_("Supervisor"))
    every_days = forms.IntegerField(label=_("Meet every ... days"), min_value=1, max_value=92)
    aims = forms.CharField(
        label=_("What the worker wants to learn"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )


class PostForm(ActForm):
    """A post of a team."""

    title = forms.CharField(label=_("Post"), max_length=120)
    planned = forms.IntegerField(label=_("How many"), min_value=0, max_value=500)
