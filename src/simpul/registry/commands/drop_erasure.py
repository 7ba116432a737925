"""The erasure of a file is not carried out after all."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.models import ErasureRequest, Person
from simpul.safeguards.gate import command


@command(on=Person, reach=policies.person_reach)
def drop_erasure(actor: Actor, person: Person) -> None:
    """Withdraw the open request for erasure of this file."""
    dropped = ErasureRequest.objects.filter(person=person, confirmed_at=None, dropped_at=None).update(
        dropped_at=now()
    )
    if not dropped:
        raise Refused(Text(N_("Nobody has asked for the erasure of this file.")))
