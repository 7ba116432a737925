"""The questions of a case conference: who is asked, who came, what was decided."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from simpul.casework.commands.convene_conference import Guest
from simpul.casework.commands.hold_conference import DecisionGiven
from simpul.casework.queries.conferences import GuestPicture
from simpul.web.desk.plans.plan_forms import line, pick, words
from simpul.web.desk.plans.rows import RowForm, RowGroup
from simpul.workforce.queries.staff_names import StaffName


def _outsider() -> dict[str, forms.Field]:
    return {
        "name": line(_("Name"), limit=160),
        "capacity": line(_("From where, as what"), needed=False, limit=120, hint=_("For instance: teacher")),
    }


def _decision() -> dict[str, forms.Field]:
    return {
        "what": line(_("What was decided"), limit=500),
        "owner_id": pick(_("Who answers for it")),
        "due_on": forms.DateField(label=_("Until when")),
    }


class ConveneForm(RowForm):
    """A conference and the people asked to it."""

    groups: ClassVar = (RowGroup("guests", _outsider, least=0, free=("name", "capacity")),)
    planned_for = forms.DateTimeField(label=_("Day and hour"))
    place = line(_("Place"), limit=200)
    purpose = words(_("What we meet for"), rows=3, hint=_("Only those on the team of the case read this."))
    staff = forms.TypedMultipleChoiceField(
        label=_("Colleagues"), required=False, coerce=uuid.UUID, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, data: QueryDict | None = None, *, colleagues: Iterable[StaffName], **options: Any
    ) -> None:
        super().__init__(data, **options)
        field = self.fields["staff"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (str(one.staff_id), f"{one.titled} · {one.unit}" if one.unit else one.titled)
            for one in colleagues
        ]
        if data is None and isinstance(told := self.initial.get("staff"), str):
            self.initial["staff"] = [told]
        self.offer_rows()

    def guests(self) -> list[Guest]:
        staff = [Guest(staff_id=one) for one in self.cleaned_data["staff"]]
        return [*staff, *(Guest(name=one["name"], capacity=one["capacity"]) for one in self.given("guests"))]


class HoldForm(RowForm):
    """The minutes."""

    groups: ClassVar = (RowGroup("decisions", _decision, free=("what", "due_on")),)
    attended = forms.TypedMultipleChoiceField(
        label=_("Who came"), coerce=uuid.UUID, widget=forms.CheckboxSelectMultiple
    )
    pledged = forms.TypedMultipleChoiceField(
        label=_("Who pledged to keep it secret"),
        coerce=uuid.UUID,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Everybody who takes part pledges before anything is told."),
    )
    client_present = forms.BooleanField(label=_("The client took part"), required=False)
    client_words = words(_("What the client said or let us say"), needed=False)
    minutes = words(_("Facts and what was weighed"), rows=8, limit=20_000)
    dissent = words(_("Who sees it differently, and why"), rows=2, needed=False)

    def __init__(
        self, data: QueryDict | None = None, *, guests: Iterable[GuestPicture], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.people = [
            (str(one.id), f"{one.name} · {one.capacity}" if one.capacity else one.name) for one in guests
        ]
        for name in ("attended", "pledged"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = self.people
            if data is None and isinstance(told := self.initial.get(name), str):
                self.initial[name] = [told]
        self.offer_rows()

    def offer_choices(self, group: str, name: str, one: forms.Field) -> None:
        if name == "owner_id" and isinstance(one, forms.ChoiceField):
            one.choices = [("", "–"), *self.people]

    def minutes_given(self) -> dict[str, Any]:
        """The arguments of the act."""
        facts = {
            name: self.cleaned_data[name]
            for name in ("attended", "pledged", "client_present", "client_words", "minutes", "dissent")
        }
        facts["decisions"] = [
            DecisionGiven(one["what"], uuid.UUID(one["owner_id"]), one["due_on"])
            for one in self.given("decisions")
        ]
        return facts
