"""The question that somebody in need, or a worker for her, puts to the directory."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.directory.choices import Access
from simpul.engines.matching import Ask
from simpul.web.ui.components.field.props import dress

LONGEST = 300


class FindHelp(forms.Form):
    """What is needed in plain words, and what may be said of the person and the place."""

    words = forms.CharField(
        label=_("What is needed?"),
        max_length=LONGEST,
        required=False,
        help_text=_(
            "In your own words, for instance: child does not go to school, has no birth certificate."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    village = forms.CharField(label=_("Near which village?"), required=False, max_length=160)
    region_code = forms.CharField(widget=forms.HiddenInput, required=False, max_length=13)
    age = forms.IntegerField(label=_("Age of the person"), required=False, min_value=0, max_value=120)
    access = forms.MultipleChoiceField(
        label=_("To get in, the person needs"),
        choices=Access.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    open_only = forms.BooleanField(label=_("Only what is open now"), required=False)
    free_only = forms.BooleanField(label=_("Only what is free"), required=False)

    def __init__(self, *args: object, choices_url: str = "", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["village"].widget = forms.TextInput(
            attrs={"data-combobox-url": choices_url, "data-combobox-target": "id_region_code"}
        )
        for field in self.fields.values():
            dress(field)

    @property
    def asked(self) -> tuple[str, ...]:
        """What was asked, in the reader's words: stands above the answers (after ``is_valid``)."""
        facts = self.cleaned_data
        told = [facts["words"], facts["village"]]
        if facts["age"] is not None:
            told.append(_("%(age)s years") % {"age": facts["age"]})
        told += [str(Access(one).label) for one in facts["access"]]
        told += [str(self.fields[name].label) for name in ("open_only", "free_only") if facts[name]]
        return tuple(one for one in told if one)

    @property
    def ask(self) -> Ask:
        """The question as the directory understands it (after ``is_valid``)."""
        facts = self.cleaned_data
        return Ask(
            words=facts["words"],
            region=facts["region_code"],
            age=facts["age"],
            access=tuple(facts["access"]),
            open_only=facts["open_only"],
            free_only=facts["free_only"],
        )
