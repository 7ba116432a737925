"""Taking an import back, many persons at a time."""

from __future__ import annotations

import uuid
from collections.abc import Collection
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


def take_back(person_ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Remove imported persons whom nobody has worked with since; returns who is gone."""
    present = set(Person.objects.filter(pk__in=person_ids).values_list("id", flat=True))
    merged_into = Person.objects.filter(merged_into__in=present).values_list("merged_into_id", flat=True)
    untouched = set(
        Person.objects.filter(
            pk__in=present, version=1, merged_into=None, sealed=False, erased_at=None
        ).values_list("id", flat=True)
    ) - set(merged_into)
    gone = set(person_ids) - present
    if _remove(untouched):
        return gone | untouched
    return gone | {one for one in untouched if _remove({one})}


def _remove(person_ids: set[uuid.UUID]) -> bool:
    """Remove these persons with what the import wrote about them; none if anything else hangs on one."""
    try:
        with transaction.atomic():
            for model in (MatchKey, Membership, ContactPoint, Address, IdentityNumber):
                rows: Any = model.objects.filter(person__in=person_ids)
                rows.delete()
            persons: Any = Person.objects.filter(pk__in=person_ids)
            persons.delete()
    except ProtectedError:
        return False
    return True
