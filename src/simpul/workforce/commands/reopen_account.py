"""A closed login works again."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command
from simpul.workforce import policies
from simpul.workforce.errors import NotYours
from simpul.workforce.models import Account, Staff


@command(on=Staff, reach=policies.staff_reach)
def reopen_account(actor: Actor, staff: Staff) -> None:
    """Reopen a closed account of somebody in service; the old password holds."""
    if actor.staff_id == staff.id:
        raise NotYours(Text(N_("Somebody else must reopen your account.")))
    if staff.account_id is None or not staff.is_active(today()):
        raise Refused(Text(N_("This person is not in service or has no account.")))
    Account.objects.filter(pk=staff.account_id).update(is_active=True)
