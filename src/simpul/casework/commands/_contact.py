"""The facts of a contact as given, checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from simpul.casework.choices import ContactChannel, Level, PracticeRole, Setting
from simpul.casework.errors import Faults
from simpul.kernel.clock import now, today
from simpul.kernel.text import N_


@dataclass(frozen=True)
class ContactGiven:
    """What happened: the client's words, what was observed and what is thought of it, each for itself."""

    channel: str
    role: str
    setting: str
    level: str
    happened_at: datetime
    client_words: str = ""
    observation: str = ""
    interpretation: str = ""
    place: str = ""
    minutes: int | None = None
    reached: bool = True
    present: str = ""
    next_step: str = ""
    next_on: date | None = None


def check(given: ContactGiven) -> None:
    faults = Faults()
    faults.one_of(ContactChannel, channel=given.channel)
    faults.one_of(PracticeRole, role=given.role)
    faults.one_of(Setting, setting=given.setting)
    faults.one_of(Level, level=given.level)
    if not (given.client_words.strip() or given.observation.strip()):
        faults.add("observation", N_("Write what the client said or what you saw."))
    if given.happened_at > now():
        faults.add("happened_at", N_("A contact cannot lie in the future."))
    if given.minutes is not None and not 0 < given.minutes <= 24 * 60:
        faults.add("minutes", N_("Write the length in minutes, at most one day."))
    faults.not_past(today(), next_on=given.next_on)
    faults.settle()
