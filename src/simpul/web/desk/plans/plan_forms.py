"""The questions of a plan: needs, goals, promises; the client's answer; the supervisor's; scores."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from simpul.casework.choices import GivenBy, Horizon, Whose
from simpul.casework.commands.draft_plan import ActionGiven, GoalGiven, NeedGiven
from simpul.casework.queries.plans import PlanPicture
from simpul.web.desk.plans.rows import RowForm, RowGroup
from simpul.web.ui.components.goal_scale.props import signed, value_label
from simpul.web.ui.forms import ActForm

# In the portal only the client herself answers.
IN_THE_OFFICE = [one for one in GivenBy.choices if one[0] != GivenBy.PORTAL]
STEPS = (-2, -1, 0, 1, 2)
LONG = 4_000


def words(
    label: Any, *, rows: int = 3, needed: bool = True, hint: Any = "", limit: int = LONG
) -> forms.CharField:
    """A longer text."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, required=needed, max_length=limit, widget=area)


def line(label: Any, *, needed: bool = True, hint: Any = "", limit: int = 300) -> forms.CharField:
    """A short text."""
    return forms.CharField(label=label, help_text=hint, required=needed, max_length=limit)


def pick(label: Any, choices: Any = (), *, needed: bool = True, hint: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=needed, help_text=hint)


def _need() -> dict[str, forms.Field]:
    return {
        "words": words(_("What is needed"), rows=2),
        "assessment_id": pick(_("Seen in"), needed=False),
    }


def _goal() -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {
        "client_words": words(
            _("The goal in the client's own words"), rows=2, hint=_("As she says it, in her own language.")
        ),
        "need": pick(_("Stands on the need"), needed=False),
        "measure": line(
            _("How we notice it"), needed=False, hint=_("For instance: days at school in a month")
        ),
        "baseline": line(_("Where we stand"), needed=False),
        "target": line(_("Where we want to be"), needed=False),
        "target_on": forms.DateField(label=_("Until when"), required=False),
    }
    for step in STEPS:
        fields[f"step{step}"] = line(f"{signed(step)}", needed=False)
    for name in ("line_id", "copied"):
        fields[name] = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    return fields


def _action() -> dict[str, forms.Field]:
    return {
        "what": line(_("What somebody does"), limit=500),
        "whose": pick(_("Who does it"), Whose.choices),
        "due_on": forms.DateField(label=_("Until when")),
        "goal": pick(_("For the goal"), needed=False),
    }


def _labels(told: Mapping[str, list[str]], group: str, field: str, empty: str) -> list[tuple[str, str]]:
    count = (told.get(f"{group}-count") or ["1"])[-1]
    found = [("", empty)]
    for place in range(int(count) if count.isascii() and count.isdigit() and len(count) < 3 else 0):
        said = (told.get(f"{group}-{place}-{field}") or [""])[-1]
        found.append((str(place), f"{place + 1}. {Truncator(said).chars(60) or '…'}"))
    return found


class PlanForm(RowForm):
    """One version of the plan, from needs to promises."""

    groups: ClassVar = (
        RowGroup("needs", _need, free=("words",)),
        RowGroup(
            "goals",
            _goal,
            free=("client_words", "measure", "baseline", "target", "target_on"),
            points_to={"need": "needs"},
        ),
        RowGroup("actions", _action, free=("what", "due_on"), points_to={"goal": "goals"}),
    )
    horizon = forms.ChoiceField(
        label=_("How long this plan reaches"), choices=Horizon.choices, initial=Horizon.SHORT
    )
    review_on = forms.DateField(label=_("Look at it together again on"))
    change_reason = words(_("Why is a new version needed?"), rows=2)
    copied_from_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        assessments: Iterable[tuple[uuid.UUID, str]] = (),
        asks_why: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        if not asks_why:
            del self.fields["change_reason"]
        self.choices = {
            ("needs", "assessment_id"): [("", "–"), *((str(key), name) for key, name in assessments)],
            ("goals", "need"): _labels(self.told, "needs", "words", gettext("Choose a need")),
            ("actions", "goal"): _labels(self.told, "goals", "client_words", gettext("For the whole plan")),
        }
        self.offer_rows()

    def offer_choices(self, group: str, name: str, one: forms.Field) -> None:
        if isinstance(one, forms.ChoiceField) and (group, name) in self.choices:
            one.choices = self.choices[group, name]

    def parts(self) -> dict[str, Any]:
        """The arguments that drafting and revising share."""
        return {
            "needs": [
                NeedGiven(one["words"], uuid.UUID(one["assessment_id"]) if one["assessment_id"] else None)
                for one in self.given("needs")
            ],
            "goals": [_goal_given(one) for one in self.given("goals")],
            "actions": [
                ActionGiven(one["whose"], one["what"], one["due_on"], goal=_place(one["goal"]))
                for one in self.given("actions")
            ],
            "review_on": self.cleaned_data["review_on"],
            "horizon": self.cleaned_data["horizon"],
        }


def _place(told: str) -> int | None:
    return int(told) if told else None


def _goal_given(one: Mapping[str, Any]) -> GoalGiven:
    try:
        line_id = uuid.UUID(one["line_id"]) if one["line_id"] else None
    except ValueError:
        line_id = None
    return GoalGiven(
        one["client_words"],
        need=_place(one["need"]),
        measure=one["measure"],
        baseline=one["baseline"],
        target=one["target"],
        target_on=one["target_on"],
        steps={str(step): one[f"step{step}"] for step in STEPS if one[f"step{step}"]},
        line_id=line_id,
        copied=one["copied"] == "1",
    )


def taken_over(plan: PlanPicture, *, as_copy: bool) -> dict[str, Any]:
    """A version's text as the first answers of a form; as a copy it is marked as one."""
    place_of_need = {need.id: place for place, need in enumerate(plan.needs)}
    place_of_goal = {goal.id: place for place, goal in enumerate(plan.goals)}
    first: dict[str, Any] = {"horizon": plan.horizon, "needs-count": len(plan.needs)}
    first |= {"goals-count": len(plan.goals)}
    if as_copy:
        first["copied_from_id"] = str(plan.id)
    else:
        first["review_on"] = plan.review_on.isoformat()
    for place, need in enumerate(plan.needs):
        first[f"needs-{place}-words"] = need.words
        first[f"needs-{place}-assessment_id"] = str(need.assessment_id or "")
    for place, goal in enumerate(plan.goals):
        told = {
            "client_words": goal.client_words, "measure": goal.measure, "baseline": goal.baseline,
            "target": goal.target, "target_on": goal.target_on.isoformat() if goal.target_on else "",
            "need": str(place_of_need.get(goal.need_id, "")) if goal.need_id else "",
            "line_id": str(goal.line_id), "copied": "1" if as_copy or goal.copied else "",
        }  # fmt: skip
        told |= {f"step{step}": goal.steps.get(str(step), "") for step in STEPS}
        first |= {f"goals-{place}-{name}": value for name, value in told.items()}
    actions = [*plan.loose_actions, *(one for goal in plan.goals for one in goal.actions)]
    open_ones = [one for one in actions if one.settled_at is None]
    first["actions-count"] = len(open_ones)
    for place, one in enumerate(open_ones):
        first[f"actions-{place}-what"] = one.what
        first[f"actions-{place}-whose"] = one.whose
        first[f"actions-{place}-due_on"] = one.due_on.isoformat()
        first[f"actions-{place}-goal"] = str(place_of_goal.get(one.goal_id, "")) if one.goal_id else ""
    return first


class AnswerForm(ActForm):
    """The client's yes or no."""

    agreed = forms.TypedChoiceField(
        label=_("What does the client say?"),
        choices=[("yes", _("Agrees to this plan")), ("no", _("Does not accept it"))],
        widget=forms.RadioSelect,
        coerce=lambda answer: answer == "yes",
        help_text=_("A no ends nothing: the case stays open and a new version may follow."),
    )
    how = forms.ChoiceField(label=_("How it was said"), choices=IN_THE_OFFICE, widget=forms.RadioSelect)
    client_words = words(_("In the client's own words"), needed=False)
    witness = line(_("Witness"), needed=False, hint=_("Needed when the answer was spoken."), limit=160)


class ApprovalForm(ActForm):
    """The second pair of eyes."""

    approve = forms.TypedChoiceField(
        label=_("Your judgement"),
        choices=[("yes", _("Approve: the plan comes into force")), ("no", _("Give it back with words"))],
        widget=forms.RadioSelect,
        coerce=lambda answer: answer == "yes",
    )
    words = words(_("What you want to say"), needed=False, hint=_("Needed when you give it back."))


class PromiseForm(ActForm):
    """Somebody promises the next thing."""

    goal_id = forms.TypedChoiceField(
        label=_("For the goal"),
        required=False,
        coerce=lambda told: uuid.UUID(told) if told else None,
        empty_value=None,
    )
    present_fact = words(_("What is so today"), rows=2, needed=False, hint=_("The fact beside the goal."))
    what = line(_("What is promised"), limit=500)
    whose = forms.ChoiceField(label=_("Who promises"), choices=Whose.choices, widget=forms.RadioSelect)
    due_on = forms.DateField(label=_("Until when"))


class SettleForm(ActForm):
    """What became of a promise."""

    kept = forms.TypedChoiceField(
        label=_("Was it done?"),
        choices=[("yes", _("Yes, it was done")), ("no", _("No, not this time"))],
        widget=forms.RadioSelect,
        coerce=lambda answer: answer == "yes",
    )
    outcome = words(_("What came of it"), rows=2, needed=False, hint=_("Plainly and without blame."))


def scores(steps: Mapping[str, str]) -> list[tuple[str, str]]:
    """The five steps, each with what was agreed that it would look like."""
    found = []
    for step in STEPS:
        told = steps.get(str(step), "")
        found.append((str(step), f"{signed(step)} · {value_label(step)}" + (f": {told}" if told else "")))
    return found


class ScaleForm(ActForm):
    """How far a goal was reached."""

    score = forms.TypedChoiceField(label=_("Your score"), widget=forms.RadioSelect, coerce=int)
    client_score = forms.TypedChoiceField(
        label=_("The client's own score"),
        widget=forms.RadioSelect,
        coerce=int,
        required=False,
        empty_value=None,
    )
    fact = words(_("The fact it rests on"), rows=2, hint=_("What was seen, counted or told."))
    client_words = words(_("In the client's own words"), rows=2, needed=False)
    on = forms.DateField(label=_("Day"), required=False, help_text=_("Empty: today."))

    def __init__(self, *args: Any, steps: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("score", "client_score"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = scores(steps)
