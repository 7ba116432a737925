"""The questions of a first contact: safety first, then who comes, how, and with which words."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from simpul.casework.choices import Channel, ScreenAnswer, Setting, Source, UnknownBecause
from simpul.casework.queries.form_words import case_words
from simpul.kernel.actor import Actor
from simpul.kernel.errors import ActError, FieldFault, InvalidInput
from simpul.registry.choices import Sex
from simpul.web.ui.forms import ActForm
from simpul.web.ui.language import say

ASK = [("", _("Choose"))]
NEW, UNKNOWN = "new", "unknown"


class IntakeForm(ActForm):
    """Both screens in one: what the first one asked travels with the second as hidden answers."""

    screen_words = forms.CharField(
        label=_("What else matters for safety"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For instance: call only in the morning, the neighbour knows."),
    )
    full_name = forms.CharField(label=_("Name, without titles"), required=False, max_length=160)
    call_name = forms.CharField(label=_("Called"), required=False, max_length=60)
    birth = forms.CharField(
        label=_("Born, or age"),
        required=False,
        max_length=40,
        help_text=_("12-3-1990, 1990, or 36 years: as exactly as it is known."),
    )
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=[("", _("Not known")), *Sex.choices])
    nik = forms.CharField(
        label=_("NIK, if at hand"),
        required=False,
        max_length=25,
        widget=forms.TextInput({"inputmode": "numeric"}),
    )
    who = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    seen_candidates = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    looked = forms.CharField(widget=forms.HiddenInput, required=False, max_length=400)
    distinct_reason = forms.CharField(
        label=_("Why is this another person?"),
        required=False,
        max_length=500,
        help_text=_("A sentence; a colleague who checks for doubles will read it."),
    )
    unknown_because = forms.ChoiceField(
        label=_("Why is the identity not known?"), required=False, choices=[*ASK, *UnknownBecause.choices]
    )
    unknown_note = forms.CharField(
        label=_("How will colleagues recognise the person?"), required=False, max_length=300
    )
    presenting_words = forms.CharField(
        label=_("What happened, in the client's own words"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("As it was said. What you think of it has its place later."),
    )
    channel = forms.ChoiceField(label=_("How did the client come to us?"), choices=[*ASK, *Channel.choices])
    source = forms.ChoiceField(label=_("Who told us?"), choices=[*ASK, *Source.choices])
    setting = forms.ChoiceField(label=_("Field of practice"), choices=[*ASK, *Setting.choices])
    reporter = forms.CharField(
        label=_("Name of the person who told us"),
        required=False,
        max_length=160,
        help_text=_("Only if it was not the client. Leave it empty for somebody who stays unnamed."),
    )
    mine = forms.BooleanField(label=_("I accompany this client myself"), required=False)

    def __init__(self, *args: Any, actor: Actor, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.questions = tuple(f"screen_{code}" for code, _words in case_words(actor).screen)
        for code, words in case_words(actor).screen:
            self.fields[f"screen_{code}"] = forms.ChoiceField(
                label=say(words),
                choices=ScreenAnswer.choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Answer yes, no or not known.")},
            )

    @property
    def screen_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.questions]

    @property
    def carried(self) -> list[forms.BoundField]:
        """The first screen's answers, for the second screen to carry along."""
        return [*self.screen_fields, self["screen_words"]]

    @property
    def screen(self) -> dict[str, str]:
        """The answers of the first screen, whatever stands in the second."""
        answers = {name: str(self[name].value() or "") for name in self.questions}
        return {name.removeprefix("screen_"): answer for name, answer in answers.items()}

    @property
    def screened(self) -> bool:
        """Whether every safety question was answered."""
        return all(answer in ScreenAnswer.values for answer in self.screen.values())

    def keep_only_screen_faults(self) -> None:
        """The second screen was not shown yet: what is empty there is no fault."""
        for name in list(self.errors):
            if name not in self.questions:
                del self.errors[name]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        who = found.get("who", "")
        if who == UNKNOWN and not found.get("unknown_because"):
            self.add_error("unknown_because", _("Say why; help does not wait for a name."))
        elif who not in {NEW, UNKNOWN} and not _as_id(who):
            words = _("Choose somebody from the list, a new person, or not known yet.")
            self.add_error(None, words)
        return found

    def take_faults(self, error: ActError) -> None:
        """Faults about a person who is not chosen here are told at the top."""
        renamed = {"identity_description": "unknown_note", "client_id": ""}
        if isinstance(error, InvalidInput):
            error = InvalidInput(
                [FieldFault(renamed.get(one.field, one.field), one.text) for one in error.faults]
            )
        super().take_faults(error)

    @property
    def person(self) -> dict[str, Any]:
        """What is known of somebody who gets a new file."""
        names = ("full_name", "call_name", "birth", "sex", "nik", "seen_candidates", "distinct_reason")
        return {name: self.facts[name] for name in names}

    @property
    def chosen(self) -> uuid.UUID | None:
        return _as_id(str(self.facts["who"]))


def _as_id(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def as_typed(answers: QueryDict) -> dict[str, str]:
    """The answers so far, to show again without finding fault with them."""
    return {
        name: str(values[-1]) for name, values in answers.lists() if values and name != "csrfmiddlewaretoken"
    }


def start(actor: Actor) -> dict[str, Any]:
    """What may be taken for granted at the beginning."""
    return {"mine": True, "channel": "walk_in", "source": "client"}
