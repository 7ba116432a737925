"""A draft is changed before it is sent."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.errors import Conflict
from simpul.referral import policies
from simpul.referral.commands._given import ReferralGiven, put_in, service_given
from simpul.referral.errors import WrongState
from simpul.referral.models import Referral
from simpul.referral.rules.loop import State
from simpul.safeguards.gate import command

__all__ = ["ReferralGiven", "revise_referral"]


@command(on=Referral, reach=policies.referral_reach)
def revise_referral(actor: Actor, referral: Referral, *, version: int, given: ReferralGiven) -> uuid.UUID:
    """Only a draft changes; what was sent is frozen."""
    if referral.state != State.DRAFT:
        raise WrongState
    if referral.version != version:
        raise Conflict
    put_in(referral, given, service_given(given))
    referral.version += 1
    referral.save()
    return referral.id
