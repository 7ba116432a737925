"""When an entry asks to be checked again is told by the reference data."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.directory.freshness import checked_before
from simpul.directory.models import Service
from simpul.directory.queries.find_services import find_services
from simpul.directory.queries.keeping import entries_to_check
from simpul.engines.matching import Ask
from simpul.kernel.clock import now
from simpul.reference.loader import load_all
from simpul.reference.models import PracticePeriod
from simpul.safeguards.guarded import writing_as
from tests.directory.entries import make_agency, make_service
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def days_of(moment: object) -> int:
    return round((now() - moment) / timedelta(days=1))  # type: ignore[operator]


def test_the_loaded_period_agrees_with_what_holds_without_it() -> None:
    assert days_of(checked_before()) == 180
    load_all()
    assert PracticePeriod.objects.filter(code="directory_check").exists()
    assert days_of(checked_before()) == 180


def test_a_shorter_period_makes_entries_overdue() -> None:
    load_all()
    keeper = actor_of(make_staff())
    service = make_service(keeper, make_agency(keeper), name="Akta lahir", terms=("birth-certificate",))
    with writing_as("directory"):
        Service.objects.filter(pk=service).update(checked_at=now() - timedelta(days=20))
    assert entries_to_check(keeper) == ()
    assert doubts(keeper) == 0
    with writing_as("reference"):
        PracticePeriod.objects.filter(code="directory_check").update(amount=10)
    assert [one.service_id for one in entries_to_check(keeper)] == [service]
    from simpul.directory.queries.find_services import _matcher

    _matcher.cache_clear()
    assert doubts(keeper) == 1


def doubts(actor: object) -> int:
    found = find_services(actor, ask=Ask(words="akta lahir"))
    return sum("entry" in one.msgid for row in found.rows for one in row.unknown)
