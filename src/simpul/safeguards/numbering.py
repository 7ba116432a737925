"""Short references that people say on the phone, without gaps within a year."""

from __future__ import annotations

from simpul.kernel.clock import today
from simpul.kernel.refs import reference
from simpul.safeguards.models import NumberSeries


def next_number(prefix: str, year: int | None = None) -> int:
    """The next number of this series; the row stays locked until the act ends."""
    year = year or today().year
    series, _made = NumberSeries.objects.select_for_update().get_or_create(prefix=prefix, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last


def next_reference(prefix: str) -> str:
    """The next reference of this kind, as ``KS-2026-0142``."""
    year = today().year
    return reference(prefix, year, next_number(prefix, year))
