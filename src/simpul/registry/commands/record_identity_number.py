"""A number of a card, or why there is none."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.cards import Card, keep_card, refusing_faults
from simpul.registry.choices import CheckedLevel
from simpul.registry.models import Person
from simpul.safeguards.gate import command, note_in_audit


@command(on=Person, reach=policies.person_reach)
def record_identity_number(
    actor: Actor,
    person: Person,
    *,
    kind: str,
    number: str = "",
    absent: str = "",
    document: str = "",
    checked: str = CheckedLevel.TOLD,
) -> None:
    """Record a number in place of the former of its kind; one that another file holds waits for review."""
    card = Card(kind, number, absent, document, checked)
    if not number.strip() and not absent:
        words = N_("Write the number, or choose why there is none.")
        raise InvalidInput([FieldFault("number", Text(words))])
    faults = refusing_faults(actor, card, person, "number", "document")
    if faults:
        raise InvalidInput(faults)
    keep_card(actor, person, card)
    note_in_audit(kind=kind, absent=card.reason, checked=checked)
