"""An office's own form: the workbook and what it is for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.casework.choices import AssessmentKind
from simpul.web.ui.forms import ActForm


class UploadForm(ActForm):
    """The XLSForm workbook as Excel saves it."""

    workbook = forms.FileField(
        label=_("XLSForm workbook (.xlsx)"),
        help_text=_(
            "Sheets survey, choices and settings; at most 4 MB. Nothing is in use before you publish."
        ),
    )
    purpose = forms.ChoiceField(
        label=_("For which assessment"), choices=AssessmentKind.choices, widget=forms.RadioSelect
    )
