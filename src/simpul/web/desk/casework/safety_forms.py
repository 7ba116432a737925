"""The questions about danger: the screen, the rating, the plan for safety."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.casework.choices import Risk, ScreenAnswer
from simpul.casework.queries.form_words import CaseWords
from simpul.web.desk.casework.act_page import CaseForm, Layout
from simpul.web.desk.casework.contact_forms import long_text
from simpul.web.ui.forms import give_choices
from simpul.web.ui.language import say


class ScreenForm(CaseForm):
    """The safety questions, asked again when something has changed."""

    words = long_text(_("What has changed"), rows=3)

    def __init__(self, *args: Any, asked: CaseWords, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.codes = tuple(code for code, _words in asked.screen)
        for code, words in asked.screen:
            self.fields[f"screen_{code}"] = forms.ChoiceField(
                label=say(words),
                choices=ScreenAnswer.choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Answer yes, no or not known.")},
            )

    @property
    def questions(self) -> list[forms.BoundField]:
        return [self[f"screen_{code}"] for code in self.codes]

    @property
    def answers(self) -> dict[str, str]:
        return {code: self.facts[f"screen_{code}"] for code in self.codes}


class RiskForm(CaseForm):
    """How soon the client must be seen, by which factors, and why if the judgement differs."""

    factors = forms.MultipleChoiceField(
        label=_("What speaks for danger?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    level = forms.ChoiceField(label=_("My judgement"), choices=Risk.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why I judge otherwise than the factors suggest"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only when you differ. It is shown wherever the risk is shown."),
    )
    layout: ClassVar[Layout] = (("", (("factors",), ("level",), ("reason",))),)

    def __init__(self, *args: Any, asked: CaseWords, **facts: Any) -> None:
        super().__init__(*args, **facts)
        give_choices(self, "factors", [(code, say(words)) for code, words in asked.risk_factors])


class SafetyPlanForm(CaseForm):
    """What the client does when it becomes dangerous, part by part."""

    client_words = long_text(_("The client's words about this plan"), rows=3)
    with_client = forms.BooleanField(label=_("Written together with the client"), required=False)
    review_on = forms.DateField(label=_("We go through it again on"))

    def __init__(self, *args: Any, asked: CaseWords, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.codes = tuple(code for code, _words in asked.safety_parts)
        for code, words in asked.safety_parts:
            self.fields[f"part_{code}"] = long_text(say(words), rows=2)
            self.fields[f"part_{code}"].widget.attrs["data-voice"] = "client"
        self.order_fields([f"part_{code}" for code in self.codes])

    @property
    def plan_parts(self) -> dict[str, str]:
        return {code: self.facts[f"part_{code}"] for code in self.codes}
