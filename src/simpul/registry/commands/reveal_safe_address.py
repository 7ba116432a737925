"""A secret place is shown to somebody, who says why; the log keeps it, the client can see it."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import AddressKind, RevealPurpose
from simpul.registry.models import Address, Person
from simpul.safeguards.gate import command, note_in_audit


@command(on=Person, reach=policies.person_reach)
def reveal_safe_address(actor: Actor, person: Person, *, purpose: str) -> str:
    """Return the safe place in clear. An act of its own, never part of reading the file."""
    if purpose not in RevealPurpose.values:
        words = N_("Choose why you need the address now. The client can see that.")
        raise InvalidInput([FieldFault("purpose", Text(words))])
    address = Address.objects.filter(person=person, kind=AddressKind.SAFE, until=None).first()
    note_in_audit(shown=address is not None, purpose=purpose)
    return str(address.street) if address else ""
