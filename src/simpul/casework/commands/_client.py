"""The client of a case is a person of the registry whom the actor may see."""

from __future__ import annotations

import uuid

from simpul.casework.errors import Faults
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_
from simpul.registry.models import Person
from simpul.registry.policies import thin_reach


def demand_client(actor: Actor, act: str, client_id: uuid.UUID | None) -> None:
    """A sealed, merged, erased or unknown person cannot be chosen; all four look the same."""
    if client_id is None:
        return
    if not Person.objects.filter(thin_reach(actor, act), pk=client_id).exists():
        faults = Faults()
        faults.add("client_id", N_("This person was not found. Search again, or register the person first."))
        faults.settle()
