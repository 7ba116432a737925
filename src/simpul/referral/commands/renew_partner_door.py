"""The agency gets a new number and code: the letter was lost, or the wrong person holds it."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.referral import policies
from simpul.referral.doors import LetterKey, cut_key
from simpul.referral.errors import NotWanted, WrongState
from simpul.referral.models import Referral
from simpul.referral.rules.loop import READABLE, State
from simpul.referral.sharing import may_go
from simpul.safeguards.gate import command

__all__ = ["LetterKey", "renew_partner_door"]


@command(on=Referral, reach=policies.referral_reach)
def renew_partner_door(actor: Actor, referral: Referral) -> LetterKey:
    """What stood before is dead at once, with the officer's password and open sessions."""
    if State(referral.state) not in READABLE:
        raise WrongState
    if not may_go(referral):
        raise NotWanted
    return cut_key(actor, referral)
