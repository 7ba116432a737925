"""An account for somebody who has none yet, or a new invitation."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce import policies
from simpul.workforce.faults import email_taken, missing, refuse_faults
from simpul.workforce.logins import INVITATION, order_login_link
from simpul.workforce.models import Account, Staff


@command(on=Staff, reach=policies.staff_reach)
def invite_staff(actor: Actor, staff: Staff, *, email: str = "", language: str = "id") -> None:
    """Mail a link with which the person chooses a password. The earlier link ends with its use."""
    if staff.account is None:
        email = email.strip().lower()
        refuse_faults(
            [missing("email", email, Text(N_("Write the person's e-mail address."))), email_taken(email)]
        )
        staff.account = Account.objects.create_user(email, display_name=staff.full_name, language=language)
        staff.save()
    if not staff.account.is_active:
        raise Refused(Text(N_("The account is closed. Reopen it first, then invite.")))
    order_login_link(actor, staff.account.id, INVITATION)
    note_in_audit(new=bool(email))
