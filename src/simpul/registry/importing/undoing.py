"""Taking an import back, person by person."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from simpul.registry.models import (
    Address,
    ContactPoint,
    IdentityNumber,
    MatchKey,
    Membership,
    Person,
)


def take_back(person_id: uuid.UUID) -> bool:
    """Remove one imported person whom nobody has worked with since; False when something hangs on her."""
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        return True
    touched = person.version > 1 or person.merged_into_id or person.sealed or person.erased_at
    if touched or Person.objects.filter(merged_into=person).exists():
        return False
    try:
        with transaction.atomic():
            for model in (MatchKey, Membership, ContactPoint, Address, IdentityNumber):
                rows: Any = model.objects.filter(person=person)
                rows.delete()
            person.delete()
    except ProtectedError:
        return False
    return True
