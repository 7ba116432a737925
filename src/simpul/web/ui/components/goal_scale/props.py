"""A goal in the client's own words and how far it is reached, from -2 to +2, over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from simpul.kernel.text import N_

WIDTH, HEIGHT, TOP = 240, 72, 8


@dataclass(frozen=True)
class Score:
    """One score. ``note`` is the fact it rests on, or the words that went with it."""

    on: date
    value: int
    note: str = ""


LABELS = {
    -2: N_("much less than hoped"),
    -1: N_("less than hoped"),
    0: N_("as hoped"),
    1: N_("more than hoped"),
    2: N_("much more than hoped"),
}


def value_label(value: int) -> str:
    return _(LABELS[value])


def signed(value: int) -> str:
    return f"\N{MINUS SIGN}{-value}" if value < 0 else f"+{value}" if value else "0"


@dataclass(frozen=True)
class GoalScale:
    """``history`` holds the worker's scores, ``own`` the client's; both oldest first, never mixed."""

    goal: str
    history: tuple[Score, ...] = ()
    indicator: str = ""
    url: str = ""
    own: tuple[Score, ...] = ()

    @property
    def current(self) -> int | None:
        return self.history[-1].value if self.history else None

    @property
    def sentence(self) -> str:
        return self._said(self.history)

    @property
    def own_sentence(self) -> str:
        return self._said(self.own) if self.own else ""

    @staticmethod
    def _said(scores: tuple[Score, ...]) -> str:
        if not scores:
            return _("not scored yet")
        return f"{signed(scores[-1].value)} · {value_label(scores[-1].value)}"

    @property
    def steps(self) -> tuple[tuple[str, bool, bool], ...]:
        """Each step, and whether the worker and the client stand on it."""
        own = self.own[-1].value if self.own else None
        return tuple((signed(value), value == self.current, value == own) for value in range(-2, 3))

    @cached_property
    def rows(self) -> tuple[tuple[date, str, str, str, str], ...]:
        """Day, who, score, what it means, and what it rests on."""
        told = [(score, _("the worker")) for score in self.history]
        told += [(score, _("the client")) for score in self.own]
        return tuple(
            (score.on, who, signed(score.value), value_label(score.value), score.note)
            for score, who in sorted(told, key=lambda one: one[0].on)
        )

    def _dots(self, scores: tuple[Score, ...]) -> tuple[tuple[float, float], ...]:
        """Where scores lie in the drawing, by date; both lines share one measure of time."""
        days = sorted(score.on for score in (*self.history, *self.own))
        length = max((days[-1] - days[0]).days, 1) if days else 1
        return tuple(
            (
                round(8 + (score.on - days[0]).days / length * (WIDTH - 16), 1),
                round(TOP + (2 - score.value) * (HEIGHT - 2 * TOP) / 4, 1),
            )
            for score in scores
        )

    @cached_property
    def moves(self) -> bool:
        """Whether there is a course to draw: scores of more than one day."""
        return len({score.on for score in (*self.history, *self.own)}) > 1

    @cached_property
    def points(self) -> tuple[tuple[float, float], ...]:
        return self._dots(self.history) if self.moves else ()

    @cached_property
    def own_points(self) -> tuple[tuple[float, float], ...]:
        return self._dots(self.own) if self.moves else ()

    @property
    def line(self) -> str:
        return " ".join(f"{x},{y}" for x, y in self.points)

    @property
    def own_line(self) -> str:
        return " ".join(f"{x},{y}" for x, y in self.own_points)

    @property
    def middle(self) -> float:
        return HEIGHT / 2

    @property
    def description(self) -> str:
        return "; ".join(f"{on.isoformat()}, {who}: {value}" for on, who, value, _label, _note in self.rows)
