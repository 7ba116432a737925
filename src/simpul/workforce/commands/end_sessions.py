"""A lost phone, a shared computer: every session of somebody ends."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command
from simpul.workforce import policies
from simpul.workforce.logins import end_sessions_of
from simpul.workforce.models import Staff


@command(on=Staff, reach=policies.staff_reach)
def end_sessions(actor: Actor, staff: Staff) -> None:
    """Log somebody out everywhere. The account stays open."""
    if staff.account_id is None:
        raise Refused(Text(N_("This person has no account.")))
    end_sessions_of(staff.account_id)
