"""What is asked when a finding is put into words."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.web.ui.forms import ActForm


class FindingForm(ActForm):
    """A title and the words; the numbers are there already."""

    title = forms.CharField(
        label=_("What is found, in one sentence"),
        max_length=160,
        help_text=_("For instance: residents with a paper of another regency are sent away at the counter."),
    )
    words = forms.CharField(
        label=_("What the numbers say, what the law says, what should change"),
        max_length=12_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("No names of clients, no single stories: a finding is read outside the office one day."),
    )
