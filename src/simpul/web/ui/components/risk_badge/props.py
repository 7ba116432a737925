"""How great the danger is: a word, bars that fill up, and a colour; never the colour alone."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from django.utils.translation import gettext as _

Level = Literal["immediate", "high", "medium", "low", ""]


@dataclass(frozen=True)
class RiskBadge:
    """``level`` is the code kept with the case; empty means that nobody has judged it yet."""

    STEADY: ClassVar = True

    level: Level | str
    long: bool = False

    @property
    def label(self) -> str:
        short = {
            "immediate": _("Immediate"),
            "high": _("High"),
            "medium": _("Medium"),
            "low": _("Low"),
        }
        long = {
            "immediate": _("Immediate danger"),
            "high": _("High risk"),
            "medium": _("Medium risk"),
            "low": _("Low risk"),
        }
        return (long if self.long else short).get(self.level, _("Risk not judged yet"))

    @property
    def strength(self) -> int:
        return {"immediate": 4, "high": 3, "medium": 2, "low": 1}.get(self.level, 0)

    @property
    def bars(self) -> tuple[tuple[int, int, int, bool], ...]:
        """x, y, height and whether it is filled, for four bars that rise."""
        return tuple((n * 4, 9 - n * 3, 3 + n * 3, n < self.strength) for n in range(4))

    @property
    def css(self) -> str:
        return self.level if self.strength else "unknown"
