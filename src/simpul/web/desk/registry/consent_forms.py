"""The questions about consent: purpose, ground, how it was given, kind of data by kind of data."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.safeguards.consent import Basis, FieldGroup, Purpose
from simpul.web.ui.forms import ActForm


class GiveConsent(ActForm):
    """What the client allows, kind of data by kind of data."""

    purpose = forms.ChoiceField(label=_("What the data may be used for"), choices=Purpose.choices)
    basis = forms.ChoiceField(label=_("On which ground"), choices=Basis.choices)
    given_how = forms.ChoiceField(
        label=_("How it was given"),
        choices=[
            ("signed", _("Signed")),
            ("spoken", _("Spoken, with a witness")),
            ("guardian", _("By the guardian")),
            ("not_needed", _("Not consent: a duty or danger is cited")),
        ],
    )
    groups = forms.MultipleChoiceField(
        label=_("Which data"),
        required=False,
        choices=FieldGroup.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What is not ticked is expressly not allowed."),
    )
    recipient = forms.CharField(label=_("To whom (if shared)"), required=False, max_length=120)
    witness = forms.CharField(label=_("Witness"), required=False, max_length=120)
    guardian = forms.CharField(label=_("Guardian"), required=False, max_length=120)
    guardian_basis = forms.CharField(label=_("Ground of the guardianship"), required=False, max_length=120)
    legal_article = forms.CharField(label=_("Article that makes it a duty"), required=False, max_length=200)
    stands_until = forms.DateTimeField(label=_("Until"), required=False)
    explained = forms.CharField(
        label=_("How it was explained"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def consent_facts(self) -> dict[str, Any]:
        facts = dict(self.facts)
        groups = set(facts.pop("groups"))
        return {**facts, "items": {value: value in groups for value in FieldGroup.values}}


class WithdrawConsent(ActForm):
    """The client takes a consent back."""

    reason = forms.CharField(label=_("In the client's words"), required=False, max_length=300)
