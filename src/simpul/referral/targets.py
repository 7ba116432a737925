"""Until when a referral may rest in its state: the dated targets of the reference data."""

from __future__ import annotations

from datetime import datetime, timedelta

from simpul.kernel.actor import system_actor
from simpul.kernel.clock import end_of
from simpul.reference.queries.clocks import working_calendar
from simpul.reference.queries.referrals import ReferralTargetRow, referral_targets
from simpul.referral.models import Referral
from simpul.referral.rules.loop import State

WITHOUT_REFERENCE = timedelta(days=3)  # so that a missing table never leaves a client waiting


def target_of(state: State) -> ReferralTargetRow | None:
    """The promise for this state that holds today."""
    return next((one for one in referral_targets(system_actor()) if one.state == state), None)


def due_for(referral: Referral, state: State) -> datetime:
    """When the owner must ask. An agreed date and a date in a queue come first."""
    begun = referral.state_since
    if state is State.SCHEDULED and referral.appointment_at:
        begun = max(begun, referral.appointment_at)
    target = target_of(state)
    found = target.runs_out(begun, working_calendar(system_actor())) if target else None
    due = found or begun + WITHOUT_REFERENCE
    if state is State.WAITLISTED and referral.queue_until:
        return max(begun, min(due, end_of(referral.queue_until)))
    return due


def lapses_at(referral: Referral) -> datetime | None:
    """When a referral that nobody answers has run out; never, where the table gives no days."""
    target = target_of(State(referral.state))
    if target is None or target.lapse_days is None:
        return None
    since = referral.state_since
    if referral.state == State.WAITLISTED and referral.queue_until:
        since = max(since, end_of(referral.queue_until))
    return since + timedelta(days=target.lapse_days)
