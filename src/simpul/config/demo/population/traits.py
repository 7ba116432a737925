"""What a person of an age and place is likely to be: schooled, working, hindered, well off or not."""

from __future__ import annotations

import math

from simpul.config.demo.population.chance import Chance
from simpul.config.demo.population.people import Difficulty

DOMAINS = (
    "seeing", "hearing", "walking", "hands", "learning", "behaviour", "communicating", "self_care",
    "remembering",
)  # fmt: skip
_YOUNG = (0.14, 0.1, 0.22, 0.08, 0.2, 0.1, 0.12, 0.02, 0.02)
_OLD = (0.24, 0.17, 0.3, 0.07, 0.01, 0.02, 0.03, 0.06, 0.1)

POVERTY_LINE = 641_443
_SIGMA = {True: 0.707, False: 0.535}
_MEAN_TO_LINE = {True: 3.73, False: 2.24}

_SCHOOL = ("none", "SD", "SMP", "SMA", "D3", "S1", "S2")
_SCHOOLED = {
    "old": (0.24, 0.76, 0.86, 0.95, 0.965, 0.996, 1.0),
    "middle": (0.03, 0.27, 0.5, 0.84, 0.88, 0.985, 1.0),
    "young": (0.005, 0.05, 0.2, 0.8, 0.84, 0.998, 1.0),
}
_WORK = {
    (True, "m"): (
        "trader",
        "labourer",
        "driver",
        "private_employee",
        "craftsman",
        "civil_servant",
        "unemployed",
    ),
    (True, "f"): ("homemaker", "homemaker", "trader", "private_employee", "domestic_worker", "teacher"),
    (False, "m"): (
        "farmer",
        "farmer",
        "farm_labourer",
        "labourer",
        "fisher",
        "trader",
        "driver",
        "village_official",
    ),
    (False, "f"): (
        "homemaker",
        "homemaker",
        "farmer",
        "farm_labourer",
        "trader",
        "teacher",
        "migrant_worker",
    ),
}


_NEEDS_STUDY = {"teacher", "civil_servant"}


def severe_share(age: int) -> float:
    """How many in a hundredth have a severe difficulty; a rough curve of our own."""
    if age < 15:
        return 0.002
    if age < 40:
        return 0.005
    if age < 60:
        return 0.01
    return 0.03 if age < 70 else 0.08


def difficulties_of(chance: Chance, age: int) -> tuple[Difficulty, ...]:
    """Mostly none; a severe one by the curve, a lighter one four times as often."""
    share = severe_share(age)
    draw = chance.random()
    if draw > share * 5:
        return ()
    weights = _OLD if age >= 50 else _YOUNG
    first = chance.choices(DOMAINS, weights)[0]
    severe = draw < share
    level = (4 if chance.random() < 0.25 else 3) if severe else 2
    found = [Difficulty(first, level)]
    if severe and chance.random() < 0.35:
        second = chance.choices(DOMAINS, weights)[0]
        if second != first:
            found.append(Difficulty(second, chance.choice((2, 3))))
    return tuple(found)


def education_of(chance: Chance, age: int, generation: str) -> str:
    """The highest school finished; who is still at school has finished the one before."""
    if age < 13:
        return "none"
    reached = _schooled(chance.random(), generation)
    highest = "SD" if age < 16 else "SMP" if age < 19 else "SMA" if age < 23 else "S2"
    return min(reached, highest, key=_SCHOOL.index)


def _schooled(draw: float, generation: str) -> str:
    for school, limit in zip(_SCHOOL, _SCHOOLED[generation], strict=True):
        if draw < limit:
            return school
    return "SMA"


def occupation_of(chance: Chance, age: int, sex: str, education: str, *, urban: bool) -> str:
    if age < 6:
        return ""
    if age < 16 or (age < 19 and chance.random() < 0.8):
        return "pupil"
    if age < 23 and chance.random() < 0.2:
        return "student"
    if age >= 66 and chance.random() < 0.55:
        return "not_working"
    work: str = chance.choice(_WORK[urban, sex])
    if work in _NEEDS_STUDY and education not in {"D3", "S1", "S2"}:
        return "trader"
    return work


def expenditure_of(chance: Chance, *, urban: bool) -> tuple[int, int]:
    """Rupiah a head and month, and the tenth of the country's ranking; lognormal, synthetic."""
    rank = chance.gauss(0, 1)
    sigma = _SIGMA[urban]
    middle = math.log(POVERTY_LINE * _MEAN_TO_LINE[urban]) - sigma * sigma / 2
    spent = math.exp(middle + sigma * rank)
    share = 0.5 * (1 + math.erf((math.log(spent / POVERTY_LINE / 3.16) + 0.2225) / 0.667 / math.sqrt(2)))
    return round(spent / 1000) * 1000, min(10, int(share * 10) + 1)
