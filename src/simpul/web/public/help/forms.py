"""One question: what is wrong with an entry?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.web.ui.forms import ActForm


class ReportEntry(ActForm):
    """What somebody found wrong. Nothing is asked about who that is."""

    words = forms.CharField(
        label=_("What is wrong?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "For instance: the number is not in use; closed since June. Write nothing about yourself."
        ),
    )
