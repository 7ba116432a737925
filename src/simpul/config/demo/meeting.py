"""A meeting written down: those of the story, and those that every case has on its way."""

from __future__ import annotations

from datetime import date, timedelta

from simpul.casework.commands.record_contact import ContactGiven, record_contact
from simpul.config.demo import phrases
from simpul.config.demo.life import Life


def soon(life: Life) -> date:
    """Due today or within two weeks for most; for a few the day went by already."""
    wanted = life.until.date() + timedelta(days=life.chance.choice([0, 1, 1, 2, 3, 4, 6, 8, 10]))
    late = life.until.date() - timedelta(days=life.chance.randint(1, 4))
    return max(life.pace.day, late if life.lucky(0.05) else wanted)


def touch(life: Life, about: str, *, stays: bool = False) -> None:
    """A meeting of the usual kind (first visit, assessment, plan, review), with the next date."""
    seen, said = phrases.MEETINGS["en" if life.worker.language == "en" else "id"][about]
    record_contact(
        life.worker,
        life.case_id,
        contact=ContactGiven(
            channel="elsewhere" if life.story.sealed else life.chance.choice(["home_visit", "office"]),
            role="enabler", setting=life.text("setting"), level="micro",
            happened_at=life.pace.moment - timedelta(minutes=10), observation=life.say(seen),
            client_words=life.say(said), minutes=life.chance.choice([30, 45, 60]),
            next_on=soon(life) if stays else life.pace.in_days(life.chance.randint(4, 8)),
        ),
    )  # fmt: skip
