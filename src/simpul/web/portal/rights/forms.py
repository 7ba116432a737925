"""The words of taking back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.web.ui.forms import ActForm


class Withdraw(ActForm):
    """No reason is owed."""

    reason = forms.CharField(
        label=_("Why, if you want to say it"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
