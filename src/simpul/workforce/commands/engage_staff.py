"""Somebody begins to work in an office."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce import policies
from simpul.workforce.faults import email_taken, missing, nip_taken, post_not_in, refuse_faults, unit_not_in
from simpul.workforce.logins import INVITATION, order_login_link
from simpul.workforce.models import Account, Office, Staff


@command(on=Office, reach=policies.office_reach)
def engage_staff(
    actor: Actor,
    office: Office,
    *,
    full_name: str,
    unit_id: uuid.UUID | None = None,
    post_id: uuid.UUID | None = None,
    title_front: str = "",
    title_back: str = "",
    nip: str = "",
    phone: str = "",
    email: str = "",
    language: str = "id",
    active_from: date | None = None,
) -> uuid.UUID:
    """Enter a member of staff; with an address also open an account and mail the invitation.

    No role comes with it: roles are proposed, and powerful ones confirmed by somebody else.
    """
    email, nip = email.strip().lower(), nip.replace(" ", "")
    refuse_faults(
        [
            missing("full_name", full_name, Text(N_("Write the full name, without titles."))),
            unit_not_in(office, unit_id),
            post_not_in(unit_id, post_id),
            nip_taken(nip),
            email_taken(email),
        ]
    )
    account = None
    if email:
        account = Account.objects.create_user(email, display_name=full_name.strip(), language=language)
        order_login_link(actor, account.id, INVITATION)
    staff = Staff.objects.create(
        account=account,
        office=office,
        unit_id=unit_id,
        post_id=post_id,
        full_name=full_name.strip(),
        title_front=title_front.strip(),
        title_back=title_back.strip(),
        nip=nip,
        phone=phone.strip(),
        active_from=active_from or today(),
    )
    note_in_audit(staff=str(staff.id), account=account is not None)
    return staff.id  # type: ignore[no-any-return]
