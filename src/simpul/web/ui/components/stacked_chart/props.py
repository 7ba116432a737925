"""Bars whose parts add up: how a whole is made, item by item."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.web.ui.components.charts import Series, shown, table_rows


@dataclass(frozen=True)
class StackedChart:
    """``shares`` stretches every bar to the full width, to compare make-up instead of size."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    shares: bool = False
    description: str = ""
    label_heading: str = ""

    def _total(self, n: int) -> float:
        return sum(one.values[n] or 0 for one in self.series)

    @property
    def bars(self) -> tuple[tuple[str, str, tuple[tuple[int, float, float], ...]], ...]:
        """Label, total as text, and the parts as (colour, x, width)."""
        highest = max((self._total(n) for n in range(len(self.labels))), default=0) or 1
        found = []
        for n, label in enumerate(self.labels):
            scale = 100 / ((self._total(n) or 1) if self.shares else highest)
            x, parts = 0.0, []
            for number, one in enumerate(self.series, 1):
                width = (one.values[n] or 0) * scale
                parts.append((number, round(x, 2), round(width, 2)))
                x += width
            found.append((label, shown(self._total(n)), tuple(parts)))
        return tuple(found)

    @property
    def keys(self) -> tuple[tuple[int, str], ...]:
        return tuple((number, one.label) for number, one in enumerate(self.series, 1))

    @property
    def rows(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return table_rows(self.labels, self.series)
