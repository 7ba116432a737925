"""The questions of a draft, and what the client allows to go to one agency."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from simpul.casework.commands.record_case_consent import ConsentGiven
from simpul.kernel.errors import ActError, FieldFault, InvalidInput
from simpul.referral.choices import Urgency
from simpul.referral.commands.draft_referral import ReferralGiven
from simpul.safeguards.consent import Basis, FieldGroup, GivenHow, Purpose
from simpul.web.desk.casework.act_page import CaseForm
from simpul.web.ui.referrals.forms import words_field

NEVER = frozenset({"photographs"})
TOLD = ("health", "economy", "education", "legal", "narrative", "plan")
GROUPS = [choice for choice in FieldGroup.choices if choice[0] not in NEVER]
YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class DraftForm(CaseForm):
    """Which service, what is asked, and what the agency needs to know for it: as little as will do."""

    need = forms.CharField(
        label=_("What does the client need?"),
        required=False,
        max_length=300,
        help_text=_("In plain words, for instance: blood sugar, no money for the medicine."),
    )
    service_id = forms.UUIDField(label=_("Service"), required=False, widget=forms.HiddenInput)
    asked = words_field(_("What do you ask the agency to do?"), required=True)
    urgency = forms.ChoiceField(label=_("How soon?"), choices=Urgency.choices, widget=forms.RadioSelect)
    caution = words_field(
        _("What must the agency be careful about?"),
        _("For instance: call only in the morning; do not speak with the husband."),
        rows=2,
    )
    wanted = forms.MultipleChoiceField(
        label=_("What does the agency need to know?"),
        choices=GROUPS,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Only this is shown to the client and asked of her. The agency needs less than one thinks."
        ),
    )

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        labels = dict(FieldGroup.choices)
        for group in TOLD:
            self.fields[f"told_{group}"] = words_field(labels[group], rows=2)

    @property
    def told_fields(self) -> list[forms.BoundField]:
        return [self[f"told_{group}"] for group in TOLD]

    @property
    def given(self) -> ReferralGiven:
        facts = self.cleaned_data
        service_id: uuid.UUID | None = facts["service_id"]
        return ReferralGiven(
            service_id=service_id,
            asked=facts["asked"],
            wanted=tuple(facts["wanted"]),
            told={group: facts.get(f"told_{group}") or "" for group in TOLD},
            caution=facts["caution"],
            urgency=facts["urgency"],
        )


class AgencyConsentForm(CaseForm):
    """Kind by kind: may it go to this agency? A no is kept as well as a yes."""

    basis = forms.ChoiceField(label=_("On which ground?"), choices=Basis.choices)
    legal_article = forms.CharField(
        label=_("Article of the law"),
        required=False,
        max_length=200,
        help_text=_("Only for a legal duty, for instance: UU 35/2014 pasal 59A."),
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
    explained = words_field(
        _("What was explained"), _("In words the client understands: what goes where, what for, how long."), 2
    )
    until = forms.DateField(
        label=_("Until"), required=False, help_text=_("Empty: until the client takes it back.")
    )

    def __init__(self, *args: Any, groups: Sequence[str] = (), **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.groups = tuple(groups)
        labels = dict(FieldGroup.choices)
        for group in self.groups:
            self.fields[f"item_{group}"] = forms.ChoiceField(
                label=labels[group], choices=YES_NO, widget=forms.RadioSelect
            )

    @property
    def items(self) -> list[forms.BoundField]:
        return [self[f"item_{group}"] for group in self.groups]

    @property
    def given(self) -> ConsentGiven:
        facts = dict(self.facts)
        items = {group: facts.pop(f"item_{group}") == "yes" for group in self.groups}
        until = facts.pop("until")
        end = timezone.make_aware(datetime.combine(until, time(23, 59))) if until else None
        return ConsentGiven(items=items, stands_until=end, purpose=Purpose.SHARING, **facts)

    def take_faults(self, error: ActError) -> None:
        """The act's names for answers are not all the form's."""
        renamed = {"stands_until": "until", "items": ""}
        if isinstance(error, InvalidInput):
            error = InvalidInput(
                [FieldFault(renamed.get(one.field, one.field), one.text) for one in error.faults]
            )
        super().take_faults(error)
