"""A trend in the space of a word; the sentence beside it says the same."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 100.0, 24.0


@dataclass(frozen=True)
class Sparkline:
    label: str
    values: tuple[float, ...]

    @property
    def points(self) -> str:
        if len(self.values) < 2:
            return ""
        low, high = min(self.values), max(self.values)
        reach = (high - low) or 1
        step = WIDTH / (len(self.values) - 1)
        return " ".join(
            f"{round(n * step, 1)},{round(HEIGHT - 2 - (value - low) / reach * (HEIGHT - 4), 1)}"
            for n, value in enumerate(self.values)
        )
