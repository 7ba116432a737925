"""The client's own words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.casework.choices import ComplaintAbout
from simpul.web.ui.forms import ActForm


class Letter(ActForm):
    """A letter to the worker, unchanged."""

    words = forms.CharField(
        label=_("What you want to say"),
        help_text=_("As you would say it. Nothing is corrected."),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class Complaint(ActForm):
    """What was not right, and what would help."""

    about = forms.ChoiceField(
        label=_("What it is about"), choices=ComplaintAbout.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("What happened"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 6})
    )
    wish = forms.CharField(
        label=_("What you wish for"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
