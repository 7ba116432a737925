"""One story as it is lived: a case with its people, and the words for each moment."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from simpul.config.demo.filing import Resident
from simpul.config.demo.pace import Pace
from simpul.config.demo.story import Story
from simpul.config.demo.workplaces import House
from simpul.kernel.actor import Actor

Moments = Iterator[datetime]
LATE = 0.12  # share of what waits for somebody that has waited too long

ORDER = (
    "intake", "assessment", "conference", "plan", "intervention", "review", "termination", "aftercare",
    "closed",
)  # fmt: skip


@dataclass
class Life:
    """Who is in it, how far it goes, and what has come about so far."""

    story: Story
    house: House
    client: Resident | None
    words: Mapping[str, str]
    worker_login: str
    supervisor_login: str
    goes_to: str
    pace: Pace
    chance: random.Random
    until: datetime
    case_id: uuid.UUID = field(default_factory=lambda: uuid.UUID(int=0))
    goals: list[uuid.UUID] = field(default_factory=list)
    scores: list[int] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    promised: list[tuple[date, uuid.UUID]] = field(default_factory=list)  # decisions of the conference
    review_on: date | None = None
    safe_until: date = date.max
    marks: frozenset[str] = frozenset()

    @property
    def worker(self) -> Actor:
        return self.house.actors[self.worker_login]

    @property
    def supervisor(self) -> Actor:
        return self.house.actors[self.supervisor_login]

    @property
    def client_id(self) -> uuid.UUID | None:
        return self.client.id if self.client else None

    def reaches(self, stage: str) -> bool:
        """Whether this life goes beyond the stage before this one."""
        return ORDER.index(self.goes_to) >= ORDER.index(stage)

    def lucky(self, share: float) -> bool:
        return self.chance.random() < share

    def say(self, text: Any, *, once: bool = False) -> str:
        """One of the variants of a text, with the braces filled."""
        if text is None:
            return ""
        if isinstance(text, list):
            fresh = [one for one in text if one not in self.told] or text
            text = self.chance.choice(fresh) if not once else fresh[0]
            self.told.add(text)
        return str(text).strip().format_map(self.words)

    def get(self, *path: str) -> Any:
        """A part of the story, or None."""
        found: Any = self.story.facts
        for key in path:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def text(self, *path: str) -> str:
        return self.say(self.get(*path))
