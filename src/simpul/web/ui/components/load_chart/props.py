"""What each worker carries, against what she can carry: the bar compares, the numbers beside it say it."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.charts import ceiling

FULL = 100


@dataclass(frozen=True)
class Load:
    """One worker: ``share`` is the weighed load in per cent of a full one, ``level`` what to think of it."""

    label: str
    cases: int
    share: int
    overdue: int
    level: Badge
    url: str = ""


@dataclass(frozen=True)
class LoadChart:
    """The heaviest load first; a line across all bars marks a full load."""

    title: str
    loads: tuple[Load, ...]

    @property
    def top(self) -> float:
        return ceiling(max(FULL, *(one.share for one in self.loads), 0))

    @property
    def full(self) -> float:
        """Where a full load stands, in per cent of the bar."""
        return round(FULL / self.top * 100, 2)

    @property
    def rows(self) -> tuple[tuple[Load, float], ...]:
        """Each load with the width of its bar in per cent."""
        return tuple((one, round(one.share / self.top * 100, 2)) for one in self.loads)
