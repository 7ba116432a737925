"""Why a document is taken back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.web.ui.forms import ActForm


class RevokeForm(ActForm):
    reason = forms.CharField(
        label=_("Why is it revoked?"),
        help_text=_("Whoever checks the code learns that it does not stand any more, not why."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2_000,
    )


class LogoForm(ActForm):
    picture = forms.FileField(
        label=_("Logo"),
        help_text=_("PNG or JPEG, at most 2 MB. It is made small and written anew. Empty: no logo."),
        required=False,
        allow_empty_file=True,
    )
