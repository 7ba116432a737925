"""What a member of staff still answers for, asked by workforce before somebody leaves."""

from __future__ import annotations

import uuid

from simpul.kernel.text import N_, Text
from simpul.referral.models import Referral
from simpul.workforce.departure import Duty


def open_referrals_of(staff_id: uuid.UUID) -> list[Duty]:
    """Referrals that nobody would ask after any more."""
    count = Referral.objects.exclude(state="closed").filter(owner_id=staff_id).count()
    return [Duty(Text(N_("Open referrals: %(count)s"), {"count": count}), count, "/rujukan/")]
