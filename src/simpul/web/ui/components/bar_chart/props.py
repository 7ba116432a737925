"""Numbers that people compare, longest words first: labels and values are text, bars are drawing."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.web.ui.components.charts import ceiling, shown


@dataclass(frozen=True)
class Bar:
    """``value`` None: too few to show without pointing at somebody. ``note`` stands beside the value."""

    label: str
    value: float | None
    note: str = ""
    url: str = ""

    @property
    def text(self) -> str:
        return shown(self.value)


@dataclass(frozen=True)
class BarChart:
    title: str
    bars: tuple[Bar, ...]
    top: float = 0
    description: str = ""
    show_title: bool = True

    @property
    def rows(self) -> tuple[tuple[Bar, float], ...]:
        """Each bar with its width in per cent."""
        highest = self.top or ceiling(max((bar.value or 0 for bar in self.bars), default=0))
        return tuple((bar, round(min((bar.value or 0) / highest, 1) * 100, 2)) for bar in self.bars)

    @property
    def has_gaps(self) -> bool:
        return any(bar.value is None for bar in self.bars)
