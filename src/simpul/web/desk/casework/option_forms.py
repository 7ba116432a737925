"""The questions of an options sheet and of the client's decision."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.casework.choices import Choice
from simpul.casework.commands.offer_options import OptionGiven
from simpul.kernel.errors import ActError, FieldFault, InvalidInput
from simpul.web.desk.casework.act_page import CaseForm
from simpul.web.desk.casework.contact_forms import long_text
from simpul.web.ui.forms import give_choices

MOST_WAYS = 5
ALWAYS_SHOWN = 2


@dataclass(frozen=True)
class Way:
    """One way on the form; those after the first two are folded while nothing stands in them."""

    number: int
    title: forms.BoundField
    benefits: forms.BoundField
    drawbacks: forms.BoundField
    advised: forms.BoundField

    @property
    def folds(self) -> bool:
        return self.number > ALWAYS_SHOWN

    @property
    def is_begun(self) -> bool:
        fields = (self.title, self.benefits, self.drawbacks, self.advised)
        return any(one.value() or one.errors for one in fields)


class OptionsForm(CaseForm):
    """The ways out, weighed together; at least two, and doing nothing is one of them."""

    question = forms.CharField(
        label=_("What is to be decided?"), max_length=500, help_text=_("As the client would ask it.")
    )
    information = long_text(
        _("What the client was told"), required=True, hint=_("Rights, services, costs, how long it takes.")
    )
    advice = long_text(_("My advice, and why"), rows=3)
    present = forms.CharField(label=_("Who was there"), required=False, max_length=300)

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        for number in range(1, MOST_WAYS + 1):
            self.fields[f"option_{number}_title"] = forms.CharField(
                label=_("Way %(number)s") % {"number": number}, required=False, max_length=200
            )
            self.fields[f"option_{number}_benefits"] = long_text(_("What speaks for it"), rows=2)
            self.fields[f"option_{number}_drawbacks"] = long_text(_("What speaks against it"), rows=2)
            self.fields[f"option_{number}_advised"] = forms.BooleanField(
                label=_("I advise this way"), required=False
            )

    @property
    def ways(self) -> list[Way]:
        """The fields of each way, in order."""
        parts = ("title", "benefits", "drawbacks", "advised")
        return [
            Way(number, *(self[f"option_{number}_{part}"] for part in parts))
            for number in range(1, MOST_WAYS + 1)
        ]

    @property
    def options(self) -> tuple[OptionGiven, ...]:
        return tuple(
            OptionGiven(
                **{
                    part: self.facts[f"option_{number}_{part}"]
                    for part in ("title", "benefits", "drawbacks", "advised")
                }
            )
            for number in range(1, MOST_WAYS + 1)
        )

    def take_faults(self, error: ActError) -> None:
        """What is wrong with the ways as a whole is told at the first of them."""
        if isinstance(error, InvalidInput):
            renamed = {"options": "option_2_title"}
            error = InvalidInput(
                [FieldFault(renamed.get(one.field, one.field), one.text) for one in error.faults]
            )
        super().take_faults(error)


class DecisionForm(CaseForm):
    """What the client decided, in the client's own words."""

    choice = forms.ChoiceField(label=_("The client"), choices=Choice.choices, widget=forms.RadioSelect)
    option_id = forms.ChoiceField(label=_("Which way"), required=False, widget=forms.RadioSelect)
    client_words = long_text(_("The client's words"), required=True, hint=_("As they were said."))
    present = forms.CharField(label=_("Who was there"), required=False, max_length=300)

    def __init__(self, *args: Any, ways: list[tuple[str, str]], **facts: Any) -> None:
        super().__init__(*args, **facts)
        give_choices(self, "option_id", ways)

    @property
    def decision(self) -> dict[str, Any]:
        chosen = self.facts["option_id"]
        return {**self.facts, "option_id": uuid.UUID(chosen) if chosen else None}
