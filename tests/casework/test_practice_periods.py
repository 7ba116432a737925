"""How long the house gives itself is told by the reference data, not by code."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from simpul.casework.targets import aftercare_days, answer_due, review_day
from simpul.kernel.actor import system_actor
from simpul.kernel.clock import now
from simpul.reference.loader import load_all
from simpul.reference.models import PracticePeriod
from simpul.reference.queries.clocks import PERIODS_WITHOUT_REFERENCE, practice_periods
from simpul.safeguards.guarded import writing_as

pytestmark = pytest.mark.django_db
ENDED = date(2026, 11, 30)


def test_without_reference_data_nobody_waits_for_ever() -> None:
    assert aftercare_days(ENDED) == (date(2026, 12, 30), date(2027, 2, 28), date(2027, 5, 30))


def test_loaded_periods_agree_with_what_holds_without_them() -> None:
    load_all()
    for code, series in PERIODS_WITHOUT_REFERENCE.items():
        assert PracticePeriod.objects.filter(code=code).exists()
        assert practice_periods(system_actor(), code=code) == series


def test_another_period_is_another_date() -> None:
    load_all()
    with writing_as("reference"):
        PracticePeriod.objects.filter(code="complaint_answer").update(amount=5)
        PracticePeriod.objects.filter(code="safety_plan_review").update(amount=2, unit="months")
        PracticePeriod.objects.filter(code="aftercare", turn__gt=1).update(valid_to=date(2020, 1, 1))
    moment = now()
    assert answer_due(moment) == moment + timedelta(days=5)
    assert review_day(ENDED) == date(2027, 1, 30)
    assert aftercare_days(ENDED) == (date(2026, 12, 30),)
