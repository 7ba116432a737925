"""The client's own words."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.casework.choices import ComplaintAbout
from simpul.casework.queries.client_view import OwnGoal
from simpul.web.ui.components.field.props import dress
from simpul.web.ui.components.goal_scale.props import value_label
from simpul.web.ui.forms import ActForm


class Letter(ActForm):
    """A letter to the worker, unchanged."""

    words = forms.CharField(
        label=_("What you want to say"),
        help_text=_("As you would say it. Nothing is corrected."),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class Complaint(ActForm):
    """What was not right, and what would help."""

    about = forms.ChoiceField(
        label=_("What it is about"), choices=ComplaintAbout.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("What happened"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 6})
    )
    wish = forms.CharField(
        label=_("What you wish for"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def steps_of(goal: OwnGoal) -> list[tuple[str, str]]:
    """The five steps from most to least, each with what was agreed that it would look like."""
    found = []
    for step in (2, 1, 0, -1, -2):
        told = goal.steps.get(str(step), "")
        found.append((str(step), f"{value_label(step)}: {told}" if told else value_label(step)))
    return found


class GoalRating(ActForm):
    """How far she is with one goal."""

    score = forms.TypedChoiceField(
        label=_("How far are you with this now?"), widget=forms.RadioSelect, coerce=int
    )
    words = forms.CharField(
        label=_("If you like, say why"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, goal: OwnGoal, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["score"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = steps_of(goal)


class PlanAnswer(ActForm):
    """Yes or no to a plan, and what she says to each goal."""

    agreed = forms.TypedChoiceField(
        label=_("What do you say to the plan?"),
        choices=[("yes", _("I agree: this is what I want")), ("no", _("I do not agree"))],
        widget=forms.RadioSelect,
        coerce=lambda answer: answer == "yes",
        help_text=_("A no ends nothing. Your worker writes a new version with you."),
    )
    client_words = forms.CharField(
        label=_("What you want to say to the plan as a whole"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, goals: tuple[OwnGoal, ...], **options: Any) -> None:
        super().__init__(*args, **options)
        self.goals = {f"goal_{place}": goal for place, goal in enumerate(goals, 1)}
        for name in self.goals:
            self.fields[name] = forms.CharField(
                label=_("What you want to say to this goal"),
                required=False,
                max_length=5_000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            dress(self.fields[name])

    @property
    def goal_rows(self) -> list[tuple[OwnGoal, forms.BoundField]]:
        """Each goal with the place for her words."""
        return [(goal, self[name]) for name, goal in self.goals.items()]

    @property
    def remarks(self) -> Mapping[uuid.UUID, str]:
        return {goal.id: self.cleaned_data.get(name, "") for name, goal in self.goals.items()}
