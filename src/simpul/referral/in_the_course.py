"""How the steps of a referral are told in the course of their case: never what its packet carries.

The words of a step are those that the referral's own page shows, so who may not open that page reads none.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from simpul.casework.strands import Strand
from simpul.referral.models import ReferralStep
from simpul.referral.rules.loop import State

KIND = "referral"


def _steps() -> QuerySet[Any]:
    """A draft is no step out of the house."""
    steps = ReferralStep.objects.exclude(to_state=State.DRAFT)
    return steps.select_related("referral__case", "referral__agency")


def _told(step: ReferralStep) -> dict[str, Any]:
    closing = step.to_state == State.CLOSED
    return {
        "client_words": step.referral.client_words if closing else "",
        "note": step.words,
        "facts": {
            "referral_id": step.referral_id, "reference": step.referral.reference,
            "agency": step.referral.agency.name, "state": step.to_state, "reason": step.reason,
            "by_whom": step.by_whom, "officer": step.officer,
        },
    }  # fmt: skip


STRAND = Strand(KIND, _steps, "referral__case", "at", _told, "referral.referral_view")
