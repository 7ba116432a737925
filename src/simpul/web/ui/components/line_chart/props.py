"""How numbers move over time. The table behind it is part of it."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.web.ui.components.charts import Series, ceiling, shown, table_rows, ticks

WIDTH, HEIGHT = 600.0, 240.0


@dataclass(frozen=True)
class LineChart:
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    description: str = ""
    label_heading: str = ""

    @property
    def top(self) -> float:
        return ceiling(max((v for one in self.series for v in one.values if v is not None), default=0))

    def _x(self, n: int) -> float:
        return round(n / max(len(self.labels) - 1, 1) * WIDTH, 1)

    def _y(self, value: float) -> float:
        return round(HEIGHT - value / self.top * HEIGHT, 1)

    @property
    def grid(self) -> tuple[tuple[float, str], ...]:
        return tuple((self._y(mark), shown(mark)) for mark in ticks(self.top))

    @property
    def axis(self) -> tuple[str, ...]:
        return tuple(label for _y, label in reversed(self.grid))

    @property
    def lines(self) -> tuple[tuple[int, str, tuple[str, ...], tuple[tuple[float, float], ...]], ...]:
        """Number of colour, label, unbroken stretches as points, and the dots."""
        found = []
        for number, one in enumerate(self.series, 1):
            dots = [(self._x(n), self._y(v)) for n, v in enumerate(one.values) if v is not None]
            stretches, stretch = list[str](), list[str]()
            for n, value in enumerate(one.values):
                if value is None:
                    stretches, stretch = [*stretches, " ".join(stretch)], []
                else:
                    stretch.append(f"{self._x(n)},{self._y(value)}")
            stretches.append(" ".join(stretch))
            found.append((number, one.label, tuple(s for s in stretches if s), tuple(dots)))
        return tuple(found)

    @property
    def rows(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return table_rows(self.labels, self.series)
