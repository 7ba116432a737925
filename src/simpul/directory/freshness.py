"""When an entry of the directory asks to be compared with the truth again."""

from __future__ import annotations

from datetime import datetime

from simpul.kernel.actor import system_actor
from simpul.kernel.clock import now
from simpul.reference.queries.clocks import practice_periods


def checked_before() -> datetime:
    """An entry last checked before this moment is overdue. The period is dated reference data."""
    (period,) = practice_periods(system_actor(), code="directory_check")
    moment = now()
    return moment - (period.after(moment) - moment)
