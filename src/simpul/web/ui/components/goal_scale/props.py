"""A goal in the client's own words and how far it is reached, from -2 to +2, over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

WIDTH, HEIGHT, TOP = 240, 72, 8


@dataclass(frozen=True)
class Score:
    on: date
    value: int
    by: str = ""


def value_label(value: int) -> str:
    return {
        -2: _("much less than hoped"),
        -1: _("less than hoped"),
        0: _("as hoped"),
        1: _("more than hoped"),
        2: _("much more than hoped"),
    }[value]


def signed(value: int) -> str:
    return f"\N{MINUS SIGN}{-value}" if value < 0 else f"+{value}" if value else "0"


@dataclass(frozen=True)
class GoalScale:
    """``history`` is oldest first."""

    goal: str
    history: tuple[Score, ...] = ()
    indicator: str = ""
    url: str = ""

    @property
    def current(self) -> int | None:
        return self.history[-1].value if self.history else None

    @property
    def sentence(self) -> str:
        if self.current is None:
            return _("not scored yet")
        return f"{signed(self.current)} · {value_label(self.current)}"

    @property
    def steps(self) -> tuple[tuple[str, bool], ...]:
        return tuple((signed(value), value == self.current) for value in range(-2, 3))

    @property
    def rows(self) -> tuple[tuple[date, str, str, str], ...]:
        return tuple(
            (score.on, signed(score.value), value_label(score.value), score.by) for score in self.history
        )

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Where the scores lie in the drawing, by date."""
        if len(self.history) < 2:
            return ()
        first, last = self.history[0].on, self.history[-1].on
        length = max((last - first).days, 1)
        return tuple(
            (
                round(8 + (score.on - first).days / length * (WIDTH - 16), 1),
                round(TOP + (2 - score.value) * (HEIGHT - 2 * TOP) / 4, 1),
            )
            for score in self.history
        )

    @property
    def line(self) -> str:
        return " ".join(f"{x},{y}" for x, y in self.points)

    @property
    def middle(self) -> float:
        return HEIGHT / 2

    @property
    def description(self) -> str:
        return "; ".join(f"{on.isoformat()}: {value}" for on, value, _label, _by in self.rows)
