"""What is asked before a client is invited."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from simpul.registry.choices import HandedOver
from simpul.web.ui.forms import ActForm


class Invite(ActForm):
    """The client's wish, and how she wants to be given the code."""

    agreed = forms.BooleanField(
        required=False,
        label=_("I have asked the client: she wants this, and it is safe for her"),
        help_text=_("Ask alone with her: who else uses her telephone, and what happens if somebody sees it?"),
    )
    handed_over = forms.ChoiceField(
        label=_("How she wants to be given it"), choices=HandedOver.choices, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(label=_("Language of her pages"), choices=settings.LANGUAGES, initial="id")
