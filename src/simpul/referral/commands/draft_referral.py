"""A referral is begun: to which service, for what, with what the agency needs to know."""

from __future__ import annotations

import uuid

from simpul.casework.models import Case
from simpul.casework.people import primary_of
from simpul.casework.policies import case_reach
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Hidden
from simpul.referral.commands._given import ReferralGiven, put_in, service_given
from simpul.referral.course import follow_up, settle_owner, write_step
from simpul.referral.errors import NobodyYet
from simpul.referral.models import Referral
from simpul.referral.rules.loop import Act
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.numbering import next_reference

__all__ = ["ReferralGiven", "draft_referral"]


@command(on=Case, reach=case_reach)
def draft_referral(
    actor: Actor, case: Case, *, given: ReferralGiven, follows_id: uuid.UUID | None = None
) -> uuid.UUID:
    """Nothing leaves the house before it is sent. ``follows_id``: the one that led nowhere."""
    if case.client is None or case.client.erased_at:
        raise NobodyYet
    service = service_given(given)
    follows = Referral.objects.filter(pk=follows_id, case=case).first() if follows_id else None
    if follows_id and follows is None:
        raise Hidden
    referral = Referral(
        reference=next_reference("RJ"), case=case, follows=follows, opened_by=actor.staff_id or actor.id,
        owner_id=primary_of(case) or actor.staff_id, state_since=now(),
    )  # fmt: skip
    put_in(referral, given, service)
    settle_owner(actor, referral)
    referral.save()
    write_step(actor, referral, Act.DRAFT, "")
    follow_up(actor, referral)
    note_in_audit(reference=referral.reference)
    return referral.id
