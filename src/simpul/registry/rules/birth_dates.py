"""Dates of birth as people know them: to the day, the month, the year, or as a guessed age."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from simpul.kernel.text import N_, Text


class Precision(StrEnum):
    """How exactly the birth date is known. A coarser date carries the first day of its period."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ESTIMATED = "estimated"


@dataclass(frozen=True)
class Birth:
    """A birth date with its precision."""

    day: date
    precision: Precision


class UnreadableBirth(ValueError):
    """The text is no birth date; ``text`` says what to write instead."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


_MONTHS = (
    "januari|january|jan", "februari|february|pebruari|feb|peb", "maret|march|mar", "april|apr", "mei|may",
    "juni|june|jun", "juli|july|jul", "agustus|august|agust|agu|ags|aug", "september|sept|sep",
    "oktober|october|okt|oct", "november|nopember|nov|nop", "desember|december|des|dec",
)  # fmt: skip
_MONTH_OF = {word: place for place, words in enumerate(_MONTHS, 1) for word in words.split("|")}
OLDEST = 130


def read_birth(text: str, *, today: date) -> Birth:
    """Read a birth date or an age as people write it.

    >>> t = date(2026, 11, 22)
    >>> read = lambda text: (str(read_birth(text, today=t).day), read_birth(text, today=t).precision.value)
    >>> read("05-09-1975"), read("5/9/1975"), read("1975-09-05"), read("5 September 1975")
    (('1975-09-05', 'day'), ('1975-09-05', 'day'), ('1975-09-05', 'day'), ('1975-09-05', 'day'))
    >>> read("September 1975"), read("09-1975"), read("1975")
    (('1975-09-01', 'month'), ('1975-09-01', 'month'), ('1975-01-01', 'year'))
    >>> read("60 tahun"), read("umur 60"), read("sekitar 1960")
    (('1966-01-01', 'estimated'), ('1966-01-01', 'estimated'), ('1960-01-01', 'estimated'))
    >>> read("± 1960") == read("kira-kira 1960")
    True
    >>> try: read("31-02-1975")
    ... except UnreadableBirth as unreadable: print(unreadable)
    31-02-1975 is not on any calendar. Look at the day and the month.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    guessed = re.fullmatch(r"(?:±|\+/-|kira-kira|sekitar|kurang lebih|ca\.?)\s*(\d{4})", words)
    if guessed:
        return _checked(int(guessed[1]), 1, 1, Precision.ESTIMATED, text, today)
    age = re.fullmatch(
        r"(?:umur|usia)\s*(\d{1,3})(?:\s*(?:tahun|thn|th))?|(\d{1,3})\s*(?:tahun|thn|th)\.?", words
    )
    if age:
        return _checked(today.year - int(age[1] or age[2]), 1, 1, Precision.ESTIMATED, text, today)
    if re.fullmatch(r"\d{4}", words):
        return _checked(int(words), 1, 1, Precision.YEAR, text, today)
    return _by_parts(words, text, today)


def _by_parts(words: str, text: str, today: date) -> Birth:
    parts = [part for part in re.split(r"[\s./-]+", words) if part]
    numbers = [
        _MONTH_OF.get(part, int(part) if part.isdecimal() and part.isascii() else -1) for part in parts
    ]
    if -1 in numbers or len(parts) not in {2, 3}:
        raise UnreadableBirth(_unreadable(text))
    if len(parts) == 2:
        month, year = numbers
        return _checked(year, month, 1, Precision.MONTH, text, today)
    year, month, day = numbers if len(parts[0]) == 4 else (numbers[2], numbers[1], numbers[0])
    if len(parts[2]) == 2 and len(parts[0]) != 4:
        year += 2000 if 2000 + year <= today.year else 1900
    return _checked(year, month, day, Precision.DAY, text, today)


def _unreadable(text: str) -> Text:
    words = N_("%(text)s is no birth date. Write it as 05-09-1975, as 1975, or as an age: 60 tahun.")
    return Text(words, {"text": text.strip()[:40]})


def _checked(year: int, month: int, day: int, precision: Precision, text: str, today: date) -> Birth:
    if not 1000 <= year <= 9999:
        raise UnreadableBirth(_unreadable(text))
    try:
        found = date(year, month, day)
    except ValueError:
        words = N_("%(text)s is not on any calendar. Look at the day and the month.")
        raise UnreadableBirth(Text(words, {"text": text.strip()[:40]})) from None
    fault = birth_fault(found, today=today)
    if fault:
        raise UnreadableBirth(fault)
    return Birth(found, precision)


def birth_fault(day: date, *, today: date) -> Text | None:
    """Why nobody living was born on this day, or None.

    >>> str(birth_fault(date(2027, 1, 1), today=date(2026, 11, 22)))
    'The birth date lies in the future.'
    >>> str(birth_fault(date(1880, 1, 1), today=date(2026, 11, 22)))
    'The birth date lies more than 130 years back.'
    >>> birth_fault(date(1975, 9, 5), today=date(2026, 11, 22)) is None
    True
    """
    if day > today:
        return Text(N_("The birth date lies in the future."))
    if today.year - day.year > OLDEST:
        return Text(N_("The birth date lies more than %(years)s years back."), {"years": OLDEST})
    return None


def rounded(day: date, precision: Precision) -> date:
    """The first day of the period that is known.

    >>> rounded(date(1975, 9, 5), Precision.MONTH), rounded(date(1975, 9, 5), Precision.YEAR)
    (datetime.date(1975, 9, 1), datetime.date(1975, 1, 1))
    """
    if precision is Precision.DAY:
        return day
    return day.replace(day=1) if precision is Precision.MONTH else day.replace(month=1, day=1)


def age_on(day: date, birth: date) -> int:
    """Completed years; who was born on 29 February turns a year older on 1 March of common years.

    >>> age_on(date(2026, 2, 28), date(2004, 2, 29)), age_on(date(2026, 3, 1), date(2004, 2, 29))
    (21, 22)
    """
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
