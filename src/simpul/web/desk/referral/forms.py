"""The questions of a draft."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.referral.choices import Urgency
from simpul.referral.commands.draft_referral import ReferralGiven
from simpul.referral.rules.disclosing import NEVER, TOLD
from simpul.safeguards.consent import FieldGroup
from simpul.web.desk.casework.act_page import CaseForm
from simpul.web.ui.forms import give_choices
from simpul.web.ui.referrals.forms import words_field

GROUPS = [choice for choice in FieldGroup.choices if choice[0] not in NEVER]


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


class LetterForm(CaseForm):
    """What stands on paper beside what is asked. Paper cannot be called back, so nothing is ticked."""

    printed = forms.MultipleChoiceField(
        label=_("Print from what was sent"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Not needed: the agency reads it with number and code, and only while the consent stands. Paper "
            "cannot be called back."
        ),
    )
    done_so_far = words_field(_("What was done so far"), _("One a line."), rows=3)
    escort = forms.CharField(label=_("Who comes along with the client"), required=False, max_length=160)

    def __init__(self, *args: Any, groups: tuple[tuple[str, str], ...], **facts: Any) -> None:
        super().__init__(*args, **facts)
        give_choices(self, "printed", groups)
        if not groups:
            del self.fields["printed"]

    @property
    def given(self) -> dict[str, Any]:
        told = self.cleaned_data
        lines = [one.strip() for one in told["done_so_far"].splitlines() if one.strip()]
        return {"printed": tuple(told.get("printed") or ()), "done_so_far": lines, "escort": told["escort"]}
