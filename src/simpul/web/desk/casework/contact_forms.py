"""The questions about a contact."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from simpul.casework.choices import ContactChannel, Level, PracticeRole, Setting
from simpul.casework.commands.record_contact import ContactGiven
from simpul.web.desk.casework.act_page import CaseForm, Layout

LONGEST = 20_000
ASK = [("", _("Choose"))]


def long_text(label: Any, *, rows: int = 4, hint: Any = "", required: bool = False) -> forms.CharField:
    """A field for free text."""
    return forms.CharField(
        label=label,
        required=required,
        validators=[MaxLengthValidator(LONGEST)],
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class ContactForm(CaseForm):
    """What happened: the client's words, what was seen, what is thought of it, each in its own place."""

    channel = forms.ChoiceField(label=_("Where or how"), choices=[*ASK, *ContactChannel.choices])
    happened_at = forms.DateTimeField(label=_("When"))
    minutes = forms.IntegerField(label=_("Minutes"), required=False, min_value=1, max_value=1440)
    reached = forms.BooleanField(label=_("The client was reached"), required=False)
    client_words = long_text(_("The client's words"), hint=_("As they were said."))
    observation = long_text(_("What I saw and heard"), hint=_("Facts, without judging."))
    interpretation = long_text(_("How I understand it"), hint=_("Your reading, and what it rests on."))
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    present = forms.CharField(label=_("Who was there"), required=False, max_length=300)
    next_step = forms.CharField(label=_("Next step agreed with the client"), required=False, max_length=500)
    next_on = forms.DateField(label=_("On"), required=False)
    role = forms.ChoiceField(label=_("My role"), choices=[*ASK, *PracticeRole.choices])
    setting = forms.ChoiceField(label=_("Field of practice"), choices=Setting.choices)
    level = forms.ChoiceField(label=_("Level"), choices=Level.choices)

    layout: ClassVar[Layout] = (
        (_("The contact"), (("channel", "happened_at"), ("reached",))),
        (_("What was said and seen"), (("client_words",), ("observation",), ("interpretation",))),
        (_("What comes next"), (("next_step", "next_on"),)),
        (_("For the record"), (("role", "setting", "level"), ("place", "present", "minutes"))),
    )

    @property
    def given(self) -> ContactGiven:
        facts = {name: value for name, value in self.facts.items() if name != "reason"}
        return ContactGiven(**facts)


class CorrectionForm(ContactForm):
    """The contact as it should have been written, and why."""

    reason = forms.CharField(
        label=_("What was wrong?"),
        max_length=500,
        help_text=_("The first text stays readable beside the new one."),
    )
    layout: ClassVar[Layout] = ((_("Why a correction"), (("reason",),)), *ContactForm.layout)
