"""One question: the code on the paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.web.ui.components.field.props import dress


class CodeForm(forms.Form):
    """The code as it is printed next to the square; spaces, dashes and small letters do not matter."""

    code = forms.CharField(
        label=_("Code on the document"),
        help_text=_("Sixteen signs in four groups, next to the square on the last page."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "size": 24}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for field in self.fields.values():
            dress(field)
