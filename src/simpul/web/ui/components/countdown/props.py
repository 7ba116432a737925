"""A time limit: when, how much is left, and which duty it is."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from simpul.kernel.clock import now, today
from simpul.web.ui import formats

ICONS = {"good": "circle-check", "bad": "octagon-alert", "warn": "hourglass", "plain": "clock"}


@dataclass(frozen=True)
class Countdown:
    due: datetime | date
    label: str = ""
    done: bool = False
    basis: str = ""

    @property
    def tone(self) -> str:
        if self.done:
            return "good"
        left = self.due - now() if isinstance(self.due, datetime) else self.due - today()
        if left < timedelta(0):
            return "bad"
        return "warn" if left <= timedelta(days=2) else "plain"

    @property
    def icon(self) -> str:
        return ICONS[self.tone]

    @property
    def left(self) -> str:
        """How much time remains, or how much has passed."""
        return formats.left(self.due)

    @property
    def when(self) -> str:
        """The day of the limit, unless it has been said already."""
        said_already = not isinstance(self.due, datetime) and self.due == today()
        return "" if said_already else formats.near_moment(self.due)
