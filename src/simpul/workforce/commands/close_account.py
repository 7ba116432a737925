"""A login ends at once."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command
from simpul.workforce import policies
from simpul.workforce.errors import NotYours
from simpul.workforce.logins import end_sessions_of
from simpul.workforce.models import Account, Staff


@command(on=Staff, reach=policies.staff_reach)
def close_account(actor: Actor, staff: Staff) -> None:
    """Close somebody's account: every session ends with its next click, nobody can log in with it."""
    if actor.staff_id == staff.id:
        raise NotYours(Text(N_("You cannot close your own account.")))
    if staff.account_id is None:
        raise Refused(Text(N_("This person has no account.")))
    Account.objects.filter(pk=staff.account_id).update(is_active=False)
    end_sessions_of(staff.account_id)
