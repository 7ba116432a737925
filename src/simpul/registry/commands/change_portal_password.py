"""A client chooses another password for the portal."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.models import Person
from simpul.safeguards.gate import command
from simpul.workforce.client_logins import password_fault, password_fits, set_client_password


@command(on=Person, reach=policies.person_reach)
def change_portal_password(actor: Actor, person: Person, *, old: str, new: str) -> None:
    """With the old one as proof; sessions on other devices end."""
    if not password_fits(actor.id, old):
        raise InvalidInput([FieldFault("old", Text(N_("This is not your present password.")))])
    if fault := password_fault(new):
        raise InvalidInput([FieldFault("new", fault)])
    set_client_password(actor.id, new)
