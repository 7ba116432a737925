"""The questions about what the client allows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.casework.commands.record_case_consent import ConsentGiven
from simpul.casework.commands.record_case_refusal import RefusalHeard
from simpul.kernel.clock import end_of
from simpul.kernel.errors import ActError, FieldFault, InvalidInput
from simpul.safeguards.consent import Basis, FieldGroup, GivenHow, Purpose, SaidBy
from simpul.web.desk.casework.act_page import CaseForm, Layout
from simpul.web.desk.casework.contact_forms import long_text
from simpul.web.ui.components.field.props import dress

YES_NO = [("yes", _("Yes")), ("no", _("No"))]
# What a case cannot do without is offered as a proposal; every other kind of data is asked for on its own.
PROPOSED = frozenset({"identity", "contact", "family", "narrative", "plan"})


class ConsentAnswers(CaseForm):
    """One consent, kind of data by kind of data; or the duty or danger that stands instead."""

    basis = forms.ChoiceField(label=_("On which ground?"), choices=Basis.choices)
    legal_article = forms.CharField(
        label=_("Article of the law"),
        required=False,
        max_length=200,
        help_text=_("Only for a legal duty, for instance: UU 35/2014 pasal 59A."),
    )
    explained = long_text(
        _("What was explained"),
        rows=3,
        hint=_("In words the client understands: what is kept, who sees it, how it is taken back."),
    )
    given_how = forms.ChoiceField(
        label=_("How was it given?"),
        choices=[choice for choice in GivenHow.choices if choice[0] != GivenHow.PORTAL],
        widget=forms.RadioSelect,
    )
    witness = forms.CharField(
        label=_("Witness"), required=False, max_length=160, help_text=_("For spoken consent.")
    )
    guardian = forms.CharField(
        label=_("Guardian"), required=False, max_length=160, help_text=_("For consent by the guardian.")
    )
    guardian_basis = forms.CharField(
        label=_("On which ground guardian"),
        required=False,
        max_length=120,
        help_text=_("For instance: mother, court decision number ..."),
    )
    until = forms.DateField(
        label=_("Until"), required=False, help_text=_("Empty: until the client takes it back.")
    )

    def __init__(self, *args: Any, groups: Sequence[str] = (), **facts: Any) -> None:
        """``groups``: ask about these kinds alone, and propose no answer."""
        super().__init__(*args, **facts)
        self.groups = tuple(groups) or tuple(FieldGroup.values)
        for code in self.groups:
            self.fields[f"item_{code}"] = forms.ChoiceField(
                label=FieldGroup(code).label,
                choices=YES_NO,
                widget=forms.RadioSelect,
                initial=None if groups else "yes" if code in PROPOSED else "no",
            )
            dress(self.fields[f"item_{code}"])
        if groups:  # asked first
            self.order_fields([f"item_{code}" for code in groups])

    @property
    def items(self) -> list[forms.BoundField]:
        return [self[f"item_{code}"] for code in self.groups]

    @property
    def given(self) -> ConsentGiven:
        facts = dict(self.facts)
        items = {code: facts.pop(f"item_{code}") == "yes" for code in self.groups}
        until = facts.pop("until")
        end = end_of(until) if until else None
        facts["language"] = facts.get("language") or "id"
        return ConsentGiven(items=items, stands_until=end, **facts)

    def take_faults(self, error: ActError) -> None:
        """The act's names for answers are not all the form's."""
        renamed = {"stands_until": "until", "items": ""}
        if isinstance(error, InvalidInput):
            error = InvalidInput(
                [FieldFault(renamed.get(one.field, one.field), one.text) for one in error.faults]
            )
        super().take_faults(error)


class ConsentForm(ConsentAnswers):
    """A consent in a case: what for, and in which language it was talked about."""

    purpose = forms.ChoiceField(label=_("What may the data be used for?"), choices=Purpose.choices)
    language = forms.CharField(label=_("Language of the talk"), max_length=20, required=False)
    field_order = ("purpose",)


class RefusalForm(CaseForm):
    """The client says no to the whole: what she was asked, what was explained, how she said it."""

    purpose = forms.ChoiceField(label=_("What was asked for?"), choices=[("", _("Choose")), *Purpose.choices])
    recipient = forms.CharField(
        label=_("To share with whom"),
        required=False,
        max_length=120,
        help_text=_("Only for sharing: the agency's name. Empty: with nobody at all."),
    )
    explained = long_text(
        _("What was explained"),
        rows=3,
        required=True,
        hint=_(
            "What it is for, what happens without it, and that a no costs her no help that is hers by right."
        ),
    )
    words = long_text(
        _("What the client says"),
        rows=3,
        required=True,
        hint=_("As it was said, or how it was shown. A reason need not be given."),
    )
    said_by = forms.ChoiceField(
        label=_("Who said no?"), choices=SaidBy.choices, widget=forms.RadioSelect, initial=SaidBy.CLIENT
    )
    guardian = forms.CharField(
        label=_("Guardian"), required=False, max_length=160, help_text=_("Who it is, and on what ground.")
    )
    said_at = forms.DateTimeField(label=_("When"), required=False, help_text=_("Empty: just now."))
    language = forms.CharField(label=_("Language of the talk"), max_length=20, required=False)

    layout: ClassVar[Layout] = (
        (_("What for"), (("purpose", "recipient"), ("explained",))),
        (_("The answer"), (("words",), ("said_by",), ("guardian", "said_at"), ("language",))),
    )

    @property
    def heard(self) -> RefusalHeard:
        facts = dict(self.facts)
        facts["language"] = facts["language"] or "id"
        return RefusalHeard(**facts)


class WithdrawForm(CaseForm):
    """The client takes it back; a reason may be told but need not."""

    reason = forms.CharField(
        label=_("What the client says about it"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "data-voice": "client"}),
    )
