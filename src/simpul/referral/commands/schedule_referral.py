"""A date is agreed on which the client is expected."""

from __future__ import annotations

from datetime import datetime, timedelta

from simpul.casework.errors import Faults
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_
from simpul.referral import policies
from simpul.referral.course import demand_readable, take_step
from simpul.referral.models import Referral
from simpul.referral.rules.loop import Act, State
from simpul.safeguards.gate import command

FARTHEST = timedelta(days=730)


@command(on=Referral, reach=policies.referral_reach)
def schedule_referral(
    actor: Actor, referral: Referral, *, appointment_at: datetime | None, note: str = "", words: str = ""
) -> None:
    """When, and what the client must know: where to ask, what to bring."""
    demand_readable(actor, referral)
    faults = Faults()
    faults.need(appointment_at=appointment_at)
    if appointment_at is not None and appointment_at <= now():
        faults.add("appointment_at", N_("Choose a moment that is still to come."))
    if appointment_at is not None and appointment_at > now() + FARTHEST:
        faults.add("appointment_at", N_("That is more than two years away: look at the year."))
    faults.settle()
    referral.appointment_at, referral.appointment_note = appointment_at, note.strip()
    take_step(actor, referral, Act.SCHEDULE, State.SCHEDULED, words=words)
