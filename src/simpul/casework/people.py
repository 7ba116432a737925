"""Who writes, who answers for a case, who must not."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.db.models import Max, QuerySet

from simpul.casework.models import Assignment, Case
from simpul.casework.models.record import CaseRecord
from simpul.kernel.actor import Actor
from simpul.workforce.models import Account


def author(actor: Actor) -> uuid.UUID:
    """The id under which an actor's writing is kept: staff, else the account."""
    return actor.staff_id or actor.id


def primary_of(case: Case) -> uuid.UUID | None:
    """The case worker at this moment."""
    found: uuid.UUID | None = (
        Assignment.objects.filter(case=case, role="primary", until=None)
        .values_list("staff_id", flat=True)
        .first()
    )
    return found


def team_of(case: Case) -> tuple[uuid.UUID, ...]:
    """Everybody who stands assigned to the case."""
    return tuple(
        Assignment.objects.filter(case=case, until=None).order_by("since").values_list("staff_id", flat=True)
    )


def has_portal(case: Case) -> bool:
    """Whether the client can log in and read her file herself."""
    if case.client_id is None:
        return False
    return Account.objects.filter(person_id=case.client_id, is_active=True).exists()


def next_number(records: QuerySet[Any]) -> int:
    """The next version number among these records of one case (the case is locked)."""
    highest: int | None = records.aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def records_about(person_ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """The cases of these clients and all that hangs on them, as it stands in addresses of pages."""
    cases = set(Case.objects.filter(client__in=list(person_ids)).values_list("id", flat=True))
    found = set(cases)
    for model in apps.get_app_config("casework").get_models():
        if issubclass(model, CaseRecord):
            found |= set(model._default_manager.filter(case__in=cases).values_list("pk", flat=True))
    return found
