"""The faults of real registers, put in on purpose: other spellings, swapped days, doubles."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from simpul.config.demo.population.chance import Chance
from simpul.config.demo.population.people import Member

NO_NUMBER = ("none_yet", "unknown", "lost")

_SPELLINGS = (
    (r"\bMuhammad\b", ("Muh.", "Mohammad", "M.", "Moh.", "Muhamad", "Mochamad")),
    (r"\bMoh\.", ("Mohammad", "Mohamad", "Moch.")),
    (r"\bAbd\.", ("Abdul", "Abdoel")),
    (r"\bAbdul\b", ("Abd.",)),
    (r"\bAhmad\b", ("Achmad", "Akhmad")),
    (r"\bSiti\b", ("St.", "Sitti")),
    (r"\bNur(?=[a-z ])", ("Noer", "Noor")),
    (r"\bJoko\b", ("Djoko",)),
    (r"\bSu(?=[a-z])", ("Soe", "So")),
    (r"o\b", ("a",)),
    (r"iy", ("i",)),
    (r"y(?=[aiu])", ("j", "i")),
    (r"f", ("p", "v")),
    (r"z", ("s", "j")),
    (r"h\b", ("",)),
    (r"ti\b", ("tie",)),
    (r"ni\b", ("ny",)),
)  # fmt: skip


def spelled_otherwise(chance: Chance, name: str) -> str:
    """The name as somebody else may have written it; always something different."""
    rules = list(_SPELLINGS)
    chance.shuffle(rules)
    for pattern, others in rules:
        if re.search(pattern, name):
            changed = re.sub(pattern, chance.choice(others), name, count=1)
            if changed != name:
                return changed
    if " " in name and chance.random() < 0.5:
        first, second, *rest = name.split()
        return " ".join([first + second.lower(), *rest])
    place = chance.randrange(1, len(name))
    return name[:place] + name[place - 1 :] if name[place - 1].isalpha() else name + "n"


def other_day(chance: Chance, born: date) -> date:
    """A birth date as it goes wrong: day and month swapped, one digit off, or the first of January."""
    draw = chance.random()
    if draw < 0.4 and born.day <= 12 and born.day != born.month:
        return born.replace(month=born.day, day=born.month)
    if draw < 0.7 and born.day < 28:
        return born.replace(day=born.day + 1)
    if (born.month, born.day) != (1, 1):
        return born.replace(month=1, day=1)
    return born.replace(day=2)


def written_again(chance: Chance, member: Member, *, relation: str) -> Member:
    """The same human being as a second office wrote him down."""
    name = spelled_otherwise(chance, member.full_name) if chance.random() < 0.75 else member.full_name
    born = other_day(chance, member.birth_date) if chance.random() < 0.35 else member.birth_date
    keeps_number = bool(member.nik) and chance.random() < 0.35
    return replace(
        member,
        copy=True,
        full_name=name,
        birth_date=born,
        nik=member.nik if keeps_number else "",
        nik_absent="" if keeps_number else chance.choice(NO_NUMBER),
        front_title="" if chance.random() < 0.5 else member.front_title,
        back_title="",
        relation=relation,
        mother_name=member.mother_name if chance.random() < 0.6 else "",
    )
