"""What is asked when a referral moves. The same questions at the desk and at the agency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.reference.queries.referrals import BarrierTypeRow, barrier_types
from simpul.referral.choices import BarrierState, ClientView, DeclineReason, Outcome, RecallReason
from simpul.referral.commands.note_barrier import BarrierGiven
from simpul.web.ui.forms import ActForm, give_choices
from simpul.web.ui.language import reading_language

ASK = [("", _("Choose"))]
LONGEST = 4000


def words_field(label: Any, hint: Any = "", rows: int = 3, *, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class BarrierForm(ActForm):
    """What was in the way: the kind is enough."""

    kind = forms.ChoiceField(label=_("What was in the way?"), required=False, widget=forms.RadioSelect)
    rule = forms.CharField(
        label=_("Which rule or condition?"),
        required=False,
        max_length=300,
        help_text=_("As it was told, for instance: identity card of this regency only."),
    )
    tried = words_field(_("What was tried?"), rows=2)

    BARRIER = ("kind", "rule", "tried")

    def __init__(self, *args: Any, kinds: Sequence[BarrierTypeRow] = (), **facts: Any) -> None:
        super().__init__(*args, **facts)
        language = reading_language()
        give_choices(self, "kind", [(one.code, one.label(language)) for one in kinds])

    @property
    def facts(self) -> dict[str, Any]:
        """What the act is given: the barrier as one, beside the form's other answers."""
        plain = {name: value for name, value in super().facts.items() if name not in self.BARRIER}
        return plain | {"barrier": self.barrier}

    @property
    def barrier(self) -> BarrierGiven:
        facts = self.cleaned_data
        return BarrierGiven(
            facts.get("kind") or "",
            happened_on=facts.get("happened_on"),
            rule=facts.get("rule") or "",
            words=facts.get("words") or "",
            tried=facts.get("tried") or "",
        )


class ReceiveForm(ActForm):
    words = words_field(_("Remark"), rows=2)


class AcceptForm(ActForm):
    words = words_field(_("What the client should know"), rows=2)


class WaitlistForm(ActForm):
    queue_until = forms.DateField(
        label=_("When do you tell more?"), help_text=_("On this day at the latest.")
    )
    queue_place = forms.IntegerField(
        label=_("Place in the queue"), required=False, min_value=1, max_value=30_000
    )
    words = words_field(_("Remark"), rows=2)


class DeclineForm(ActForm):
    reason = forms.ChoiceField(label=_("Why not?"), choices=DeclineReason.choices, widget=forms.RadioSelect)
    rule = forms.CharField(
        label=_("Which rule or condition?"),
        required=False,
        max_length=300,
        help_text=_("Needed when an area or a condition is the reason."),
    )
    words = words_field(_("Who could help instead?"), rows=2)


class ScheduleForm(ActForm):
    appointment_at = forms.DateTimeField(label=_("When is the client expected?"))
    note = forms.CharField(
        label=_("Where to ask, what to bring"),
        required=False,
        max_length=300,
        help_text=_("For instance: counter 2, bring the family card."),
    )
    words = words_field(_("Remark"), rows=2)


class AttendanceForm(BarrierForm):
    attended = forms.TypedChoiceField(
        label=_("Did the client come?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
    )
    words = words_field(_("Remark"), rows=2)

    field_order = ("attended", "kind", "rule", "tried", "words")


class OutcomeForm(BarrierForm):
    outcome = forms.ChoiceField(
        label=_("What came of it?"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    words = words_field(_("What was done, what is still lacking"))

    field_order = ("outcome", "words", "kind", "rule", "tried")


class RecallForm(ActForm):
    reason = forms.ChoiceField(
        label=_("Why is it taken back?"), choices=RecallReason.choices, widget=forms.RadioSelect
    )
    words = words_field(_("Remark"), rows=2)


class CloseForm(ActForm):
    client_view = forms.ChoiceField(
        label=_("How does the client see it?"), choices=ClientView.choices, widget=forms.RadioSelect
    )
    client_words = forms.CharField(
        label=_("In the client's own words"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "data-voice": "client"}),
    )
    words = words_field(_("If she could not be asked: why, and what was tried"), rows=2)


class NoteForm(BarrierForm):
    """A barrier of its own: two taps, the rest may follow."""

    happened_on = forms.DateField(label=_("On which day?"), required=False, initial=today)
    words = words_field(_("What happened"))


class SettleForm(ActForm):
    """What was tried against a barrier, and how it stands now."""

    tried = words_field(_("What was tried?"), _("By whom, with whom, what they answered."), required=True)
    tried_on = forms.DateField(label=_("On which day?"), required=False, initial=today)
    result = forms.ChoiceField(
        label=_("How does it stand now?"), choices=BarrierState.choices, widget=forms.RadioSelect
    )
    next_on = forms.DateField(
        label=_("When does somebody look again?"),
        required=False,
        help_text=_("Only while it still stands. Left empty, you are reminded soon."),
    )


def kinds_of(actor: Actor) -> tuple[BarrierTypeRow, ...]:
    """The kinds of barriers that hold today."""
    return barrier_types(actor)
