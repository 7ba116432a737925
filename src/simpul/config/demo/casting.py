"""Gives each story a person of the registry whom it could have happened to."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from simpul.config.demo.filing import Resident
from simpul.config.demo.population import Village

Fits = Callable[[Resident, int], bool]


def _hindered(one: Resident, level: int = 2) -> bool:
    return any(difficulty.level >= level for difficulty in one.member.difficulties)


def _mothers(one: Resident) -> bool:
    return any(other.relation == "child" for other in one.household.members)


FITS: dict[str, tuple[Fits, Fits]] = {
    # who: (what is looked for, what will do when nobody is left)
    "elder_alone": (lambda r, a: a >= 60 and len(r.household.members) <= 2, lambda r, a: a >= 58),
    "elder": (lambda r, a: a >= 60, lambda r, a: a >= 55),
    "grandmother": (
        lambda r, a: a >= 50 and any(m.relation == "grandchild" for m in r.household.members),
        lambda r, a: a >= 52 and r.member.sex == "f",
    ),
    "woman_elder": (lambda r, a: a >= 60 and r.member.sex == "f", lambda r, a: a >= 55),
    "man_elder": (lambda r, a: a >= 60 and r.member.sex == "m", lambda r, a: a >= 55),
    "toddler": (lambda r, a: a <= 4 and r.member.relation == "child", lambda r, a: a <= 6),
    "pupil": (lambda r, a: 7 <= a <= 15 and r.member.relation == "child", lambda r, a: 6 <= a <= 17),
    "teen": (lambda r, a: 13 <= a <= 17, lambda r, a: 12 <= a <= 17),
    "girl": (lambda r, a: 12 <= a <= 17 and r.member.sex == "f", lambda r, a: 8 <= a <= 17),
    "boy": (lambda r, a: 12 <= a <= 17 and r.member.sex == "m", lambda r, a: 9 <= a <= 17),
    "child_disabled": (lambda r, a: 4 <= a <= 17 and _hindered(r), lambda r, a: 4 <= a <= 17),
    "adult_disabled": (lambda r, a: 18 <= a <= 59 and _hindered(r), lambda r, a: 18 <= a <= 66),
    "wife": (
        lambda r, a: 20 <= a <= 50 and r.member.sex == "f" and r.member.marital == "married" and _mothers(r),
        lambda r, a: 20 <= a <= 55 and r.member.sex == "f",
    ),
    "mother_head": (
        lambda r, a: 22 <= a <= 58 and r.member.sex == "f" and r.member.relation == "head",
        lambda r, a: 22 <= a <= 55 and r.member.sex == "f",
    ),
    "mother": (lambda r, a: 20 <= a <= 45 and r.member.sex == "f" and _mothers(r), lambda r, a: 20 <= a <= 50 and r.member.sex == "f"),
    "father": (lambda r, a: 24 <= a <= 58 and r.member.relation == "head" and r.member.sex == "m" and _mothers(r), lambda r, a: 24 <= a <= 60 and r.member.sex == "m"),
    "young_man": (lambda r, a: 18 <= a <= 34 and r.member.sex == "m", lambda r, a: 18 <= a <= 45),
    "young_woman": (lambda r, a: 18 <= a <= 34 and r.member.sex == "f", lambda r, a: 18 <= a <= 40 and r.member.sex == "f"),
    "adult": (lambda r, a: 25 <= a <= 58, lambda r, a: 18 <= a <= 64),
    "nobody": (lambda r, a: False, lambda r, a: False),
}  # fmt: skip


@dataclass
class Casting:
    """Who is still free; nobody plays twice."""

    residents: Sequence[Resident]
    villages: Mapping[str, Village]
    day: date
    chance: random.Random
    taken: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        order = list(self.residents)
        self.chance.shuffle(order)
        self.residents = order

    def find(self, who: str) -> Resident | None:
        """Somebody who fits, else somebody who will do, else nobody."""
        for fits in FITS[who]:
            for one in self.residents:
                if one.member.truth not in self.taken and not one.member.copy and fits(one, self.age(one)):
                    self.taken.add(one.member.truth)
                    return one
        return None

    def age(self, one: Resident) -> int:
        born = one.member.birth_date
        return self.day.year - born.year - ((self.day.month, self.day.day) < (born.month, born.day))

    def words_for(self, one: Resident | None) -> dict[str, str]:
        """What the braces in a story's texts stand for."""
        if one is None:
            return _Words(desa="desa ini", kecamatan="kecamatan ini", klien="klien", usia="sekitar 70")
        village = self.villages[one.household.village_code]
        age = self.age(one)
        words = _Words(
            klien=_spoken(one, age), nama=one.member.call_name or one.member.full_name.split()[0],
            usia=str(age), desa=village.name, kecamatan=village.district, kabupaten=village.regency,
        )  # fmt: skip
        members = [m for m in one.household.members if m is not one.member]
        grown = [m for m in members if self.day.year - m.birth_date.year >= 20]
        small = [m for m in members if self.day.year - m.birth_date.year < 18]
        for key, found in (
            ("ibu", [m for m in grown if m.sex == "f"]),
            ("ayah", [m for m in grown if m.sex == "m"]),
            ("anak", small),
            ("adik", small[1:]),
        ):
            if found:
                title = {"ibu": "Ibu ", "ayah": "Bapak "}.get(key, "")
                words[key] = title + (found[0].call_name or found[0].full_name.split()[0])
        words["serumah"] = str(len(one.household.members))
        return words


class _Words(dict[str, str]):
    """Words for the braces, with plain ones for those whom the household does not have."""

    def __missing__(self, key: str) -> str:
        plain = {
            "ibu": "ibunya", "ayah": "ayahnya", "anak": "anaknya", "adik": "adiknya", "serumah": "beberapa",
        }  # fmt: skip
        return plain[key]


def _spoken(one: Resident, age: int) -> str:
    """How one speaks of somebody in the file: Ibu Sri, Bapak Slamet, Rizky."""
    name = one.member.call_name or one.member.full_name.split()[0]
    if age < 18:
        return name
    if age >= 60:
        return ("Mbah " if age >= 74 else "Ibu " if one.member.sex == "f" else "Bapak ") + name
    return ("Ibu " if one.member.sex == "f" else "Bapak ") + name
