"""The code of ethics is accepted before first use, and after each change."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.errors import Conflict
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce.ethics import current_code
from simpul.workforce.models import EthicsAcceptance


@command()
def accept_ethics_code(actor: Actor, *, version: str) -> None:
    """Accept the version that was read; a newer one must be read first."""
    code = current_code()
    if version != code.version:
        raise Conflict(
            Text(N_("The code of ethics has changed meanwhile. Read the new version, then accept it."))
        )
    standing = EthicsAcceptance.objects.filter(staff__account__id=actor.id, code_version=code.version)
    if not standing.exists():
        EthicsAcceptance.objects.create(
            staff_id=actor.staff_id, code_version=code.version, checksum=code.checksum
        )
    note_in_audit(version=code.version)
