"""Records read together are the same as records read by themselves."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db import connection, models
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from simpul.casework.commands.record_contact import record_contact
from simpul.casework.models import (
    Assessment,
    Case,
    Contact,
    Goal,
    GoalScaling,
    Plan,
    PlannedAction,
    RiskRating,
    StageChange,
)
from simpul.safeguards import together as module
from simpul.safeguards.models import AuditLine, BrokenGlass, Consent
from simpul.safeguards.together import together
from simpul.workforce.models import RoleGrant, Staff
from tests.factories.casework import contact_given, intake, make_world, walk_to

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
KINDS: tuple[type[models.Model], ...] = (
    Assessment, AuditLine, BrokenGlass, Case, Consent, Contact, Goal, GoalScaling, Plan, PlannedAction,
    RiskRating, RoleGrant, Staff, StageChange,
)  # fmt: skip


def seen(record: models.Model) -> dict[str, Any]:
    """Every column's value, encrypted ones opened."""
    return {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}


def unequal() -> list[str]:
    sets = {kind.__name__: kind._default_manager.all() for kind in KINDS}
    found = together(sets)
    wrong = []
    for name, records in sets.items():
        alone = {record.pk: seen(record) for record in records}
        both = {record.pk: seen(record) for record in found[name]}
        wrong += [] if repr(alone) == repr({pk: both.get(pk) for pk in alone}) else [name]
        wrong += [] if len(alone) == len(both) else [name]
    return wrong


@pytest.fixture
def lived_case() -> uuid.UUID:
    world = make_world()
    case_id = intake(world)
    walk_to(world, case_id, "termination")
    record_contact(world.worker, case_id, contact=contact_given(minutes=35, place="Balai desa"))
    return case_id


@pytest.mark.usefixtures("lived_case")
def test_every_column_comes_back_as_if_read_alone() -> None:
    assert Contact.objects.exists() and GoalScaling.objects.exists() and RoleGrant.objects.exists()
    assert unequal() == []


@pytest.mark.usefixtures("lived_case")
def test_planted_missing_conversion_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    without_moments = tuple(pair for pair in module.READ if pair[0] is not models.DateTimeField)
    monkeypatch.setattr(module, "READ", without_moments)
    with pytest.raises((ValueError, AssertionError)):
        assert unequal() == []


def test_one_statement_whatever_the_number_of_sets_and_annotations_come_along(lived_case: uuid.UUID) -> None:
    with CaptureQueriesContext(connection) as asked:
        found = together(
            {
                "plans": Plan.objects.filter(case_id=lived_case).annotate(opened=F("case__opened_at")),
                "contacts": Contact.objects.filter(case_id=lived_case).only("id", "number"),
                "nothing": RiskRating.objects.none(),
            }
        )
    assert len(asked) == 1
    assert found["plans"][0].opened == Case.objects.get(pk=lived_case).opened_at
    assert found["contacts"][0].get_deferred_fields() >= {"observation", "happened_at"}
    assert found["nothing"] == []
    assert together({}) == {}
    assert together({"nothing": RiskRating.objects.none()}) == {"nothing": []}


def test_records_that_bring_others_along_are_refused() -> None:
    """On PostgreSQL a second column of the same name would stand for the record's own."""
    with pytest.raises(ValueError, match="hide its own"):
        together({"goals": Goal.objects.select_related("plan")})
