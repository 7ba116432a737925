"""The questions of review, end, hand-over, aftercare and complaints."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from simpul.casework.choices import (
    AftercareState,
    EndReason,
    EndView,
    ReviewOutcome,
    Situation,
    Stage,
)
from simpul.kernel.clock import today
from simpul.kernel.errors import ActError, FieldFault, InvalidInput
from simpul.web.desk.plans.plan_forms import words
from simpul.web.desk.plans.rows import RowForm, RowGroup
from simpul.web.ui.forms import ActForm
from simpul.workforce.queries.staff_names import StaffName

ALONE = {EndReason.DIED.value, EndReason.LOST.value}


class ReviewForm(ActForm):
    """Monitoring and evaluation."""

    progress = words(_("What has changed since the last time"), rows=5)
    obstacles = words(_("What stands in the way"), rows=3, needed=False)
    client_view = words(_("How the client sees it, in her own words"), rows=3)
    outcome = forms.ChoiceField(
        label=_("What follows"), choices=ReviewOutcome.choices, widget=forms.RadioSelect
    )
    next_review_on = forms.DateField(
        label=_("Next review"), required=False, help_text=_("Needed when the help continues as planned.")
    )


def _day() -> dict[str, forms.Field]:
    return {"on": forms.DateField(label=_("Day"))}


class DaysForm(RowForm):
    """Dates of aftercare."""

    groups: ClassVar = (RowGroup("days", _day, free=("on",)),)

    def __init__(self, data: QueryDict | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.offer_rows()

    def days(self) -> list[date]:
        return [one["on"] for one in self.given("days")]

    def take_faults(self, error: ActError) -> None:
        """A date that cannot stand is told at its own row, not somewhere on a long form."""
        if isinstance(error, InvalidInput):
            error = InvalidInput([one for fault in error.faults for one in self._at_its_row(fault)])
        super().take_faults(error)

    def _at_its_row(self, fault: FieldFault) -> list[FieldFault]:
        if fault.field != "aftercare_on":
            return [fault]
        rows = enumerate(self.given("days"))
        past = [f"days-{place}-on" for place, row in rows if row["on"] and row["on"] < today()]
        return [FieldFault(name, fault.text) for name in past or ["days-0-on"]]


def first_days(days: Iterable[date]) -> dict[str, str]:
    """Usual days as the first answers."""
    told = [day.isoformat() for day in days]
    return {"days-count": str(len(told)), **{f"days-{place}-on": day for place, day in enumerate(told)}}


class CloseForm(DaysForm):
    """The end of the help."""

    groups: ClassVar = (RowGroup("days", _day, least=0, free=("on",)),)
    reason = forms.ChoiceField(
        label=_("Why the help ends"), choices=EndReason.choices, widget=forms.RadioSelect
    )
    view = forms.ChoiceField(
        label=_("How the client sees the end"), choices=EndView.choices, widget=forms.RadioSelect
    )
    client_words = words(_("In the client's own words"), rows=3, needed=False)
    summary = words(_("What was reached together"), rows=5)
    remaining_need = words(_("What is still needed, and who helps with it"), rows=3, needed=False)
    way_back = words(_("The way back to us"), rows=2)
    complaint_path = words(_("Where to complain"), rows=2)

    def ending(self) -> dict[str, Any]:
        """The arguments of the act; somebody who has died gets no date of aftercare."""
        names = (
            "reason", "view", "client_words", "summary", "remaining_need", "way_back", "complaint_path",
        )  # fmt: skip
        facts: dict[str, Any] = {name: self.cleaned_data[name] for name in names}
        facts["aftercare_on"] = [] if facts["reason"] in ALONE else self.days()
        return facts


def standing_words() -> dict[str, str]:
    """Sentences that are the same at most endings; the writer may change them."""
    return {
        "way_back": gettext(
            "Come or call at any time; nobody has to tell the story from the beginning again."
        ),
        "complaint_path": gettext("To the head of the office, in writing, by telephone or in the portal."),
    }


class ReopenForm(ActForm):
    """A closed case is taken up again."""

    to = forms.ChoiceField(
        label=_("Where we begin again"),
        choices=[(one.value, one.label) for one in (Stage.INTAKE, Stage.ASSESSMENT, Stage.PLAN)],
        widget=forms.RadioSelect,
    )
    reason = words(_("Why is the case reopened?"), rows=3)


class HandoverForm(ActForm):
    """A case is offered to a colleague."""

    to_staff_id = forms.TypedChoiceField(label=_("To whom"), coerce=uuid.UUID)
    reason = words(_("Why it is handed over"), rows=3)
    items = words(
        _("What the colleague must know or gets"),
        rows=5,
        needed=False,
        hint=_("One thing a line: open promises, papers, keys, agreements."),
    )
    client_told = forms.BooleanField(label=_("The client knows about it"), required=False)

    def __init__(self, *args: Any, people: Iterable[StaffName], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["to_staff_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", "–"),
            *(
                (str(one.staff_id), f"{one.titled} · {one.unit}" if one.unit else one.titled)
                for one in people
            ),
        ]

    def offer(self) -> dict[str, Any]:
        facts = {**self.facts}
        facts["items"] = [one.strip() for one in facts["items"].splitlines() if one.strip()]
        return facts


class TakeOverForm(ActForm):
    """The answer to an offered case."""

    accept = forms.TypedChoiceField(
        label=_("Your answer"),
        choices=[("yes", _("I take the case")), ("no", _("I cannot take it"))],
        widget=forms.RadioSelect,
        coerce=lambda answer: answer == "yes",
    )
    words = words(_("What you want to say"), rows=3, needed=False, hint=_("Needed when you cannot take it."))


class VisitForm(ActForm):
    """What was found at an aftercare date."""

    state = forms.ChoiceField(
        label=_("What became of it"),
        choices=[one for one in AftercareState.choices if one[0] != AftercareState.PLANNED],
        widget=forms.RadioSelect,
    )
    situation = forms.ChoiceField(
        label=_("How the client fares"),
        choices=[("", _("not asked")), *Situation.choices],
        required=False,
        help_text=_("Needed when the visit was done."),
    )
    client_words = words(_("In the client's own words"), rows=3, needed=False)
    observation = words(_("What was seen, or why it did not take place"), rows=4)


class ComplaintForm(ActForm):
    """The answer that the client reads in the portal."""

    answer = words(
        _("Your answer"), rows=6, hint=_("The client reads it: plain words, what was found, what changes.")
    )
