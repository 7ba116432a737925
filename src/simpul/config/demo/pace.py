"""Working days and hours: nothing in a file is written on a Sunday night without a reason."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from simpul.kernel.clock import WIB


class Pace:
    """Walks from moment to moment of one story."""

    def __init__(self, start: datetime, chance: random.Random, until: datetime) -> None:
        self.chance = chance
        self.until = until.astimezone(WIB)
        self.moment = self._at_work(start.astimezone(WIB))
        if self.moment > until:  # began today, or on a free day: a little while ago
            self.moment = self._just_now()

    def later(self, days: int = 0) -> datetime:
        """A working moment so many days on; the same day: half an hour to two hours later."""
        if days:
            whole = self.moment + timedelta(days=days)
            self.moment = self._at_work(whole.replace(hour=8, minute=0))
        else:
            self.moment += timedelta(minutes=self.chance.randint(30, 100))
        return self.moment

    def between(self, low: int, high: int) -> datetime:
        return self.later(self.chance.randint(low, high))

    def today(self) -> datetime:
        """Some time since this morning: what waits for somebody is due by the evening."""
        morning = self.until.replace(hour=7, minute=30)
        since = max(30, (self.until - morning) // timedelta(minutes=1))
        midnight = self.until.replace(hour=0, minute=0, second=0, microsecond=0)
        done = self.until - timedelta(minutes=self.chance.randint(15, since))
        self.moment = max(self.moment, midnight, done)
        return self.moment

    def _just_now(self) -> datetime:
        return self.until - timedelta(minutes=self.chance.randint(15, 240))

    def _at_work(self, moment: datetime) -> datetime:
        while moment.weekday() > 4:
            moment += timedelta(days=1)
        return moment.replace(hour=8, minute=0) + timedelta(
            minutes=self.chance.randint(5, 420), seconds=self.chance.randint(0, 59)
        )

    @property
    def day(self) -> date:
        return self.moment.date()

    def in_days(self, days: int) -> date:
        return self.day + timedelta(days=days)
