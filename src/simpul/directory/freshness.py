"""When an entry of the directory asks to be compared with the truth again."""

from __future__ import annotations

from datetime import datetime, timedelta

from simpul.kernel.clock import now, today
from simpul.reference.models import PracticePeriod
from simpul.reference.models.dated import holding_on

DAYS_WITHOUT_REFERENCE = 180


def checked_before() -> datetime:
    """An entry last checked before this moment is overdue. The period is dated reference data."""
    period = PracticePeriod.objects.filter(holding_on(today()), code="directory_check", unit="days")
    days = period.values_list("amount", flat=True).first()
    return now() - timedelta(days=DAYS_WITHOUT_REFERENCE if days is None else days)
