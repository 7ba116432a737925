"""A referral leaves the house: what the client allows is frozen, and the agency gets a way to it."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.referral import policies
from simpul.referral.course import take_step
from simpul.referral.doors import LetterKey, cut_key
from simpul.referral.errors import NotWanted, WrongState
from simpul.referral.models import Packet, Referral
from simpul.referral.packets import body_of
from simpul.referral.rules.loop import Act, State
from simpul.referral.sharing import may_go
from simpul.safeguards.gate import command, note_in_audit

__all__ = ["LetterKey", "send_referral"]


@command(on=Referral, reach=policies.referral_reach)
def send_referral(actor: Actor, referral: Referral) -> LetterKey:
    """Freeze the packet and send. Number and code come back this once; only hashes are kept."""
    if referral.state != State.DRAFT:
        raise WrongState
    groups = may_go(referral)
    if not groups:
        raise NotWanted
    body = body_of(referral, sorted(groups))
    Packet.objects.create(
        referral=referral,
        by_id=actor.staff_id or actor.id,
        groups=sorted(body),
        body=body or {"identity": []},
    )
    key = cut_key(actor, referral)
    take_step(actor, referral, Act.SEND, State.SENT)
    note_in_audit(groups=sorted(body))
    return key
