"""Households, one after the other, as many as one wants."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from simpul.config.demo.population import name_lists, numbers
from simpul.config.demo.population.chance import Chance
from simpul.config.demo.population.dirt import NO_NUMBER, spelled_otherwise, written_again
from simpul.config.demo.population.families import MARRIED, Seat, household_seats
from simpul.config.demo.population.names import (
    clan_of,
    culture_of,
    generation,
    name_of,
    religion_of,
)
from simpul.config.demo.population.people import Household, Member, Village
from simpul.config.demo.population.traits import (
    difficulties_of,
    education_of,
    expenditure_of,
    occupation_of,
)

TODAY = date(2026, 6, 30)
DAYS_A_YEAR = 365.25
MOVED, NO_NIK, NO_NIK_BABY, WRITTEN_BADLY, YEAR_ONLY = 0.07, 0.055, 0.3, 0.02, 0.03
DOUBLES = 0.015
REMEMBERED = 4000


@dataclass(slots=True)
class _Family:
    """What the members of one household share while they are made."""

    culture: str
    religion: str
    clan: str
    home: Village
    registered: Village


class _Town:
    """The state of one run: chance, numbers given out, people who may be written down twice."""

    def __init__(self, seed: int | str, villages: Sequence[Village]) -> None:
        self.chance = Chance(f"simpul-population-{seed}")
        self.villages = villages
        self.running = list(itertools.accumulate(village.weight for village in villages))
        self.serials = numbers.Serials()
        self.truths = itertools.count(1)
        self.remembered: list[tuple[int, Member]] = []
        self.today = TODAY.toordinal()

    def village(self) -> Village:
        return self.villages[bisect.bisect(self.running, self.chance.random() * self.running[-1])]


def households(
    seed: int | str, count: int, villages: Sequence[Village], *, doubles: float = DOUBLES
) -> Iterator[Household]:
    """So many made-up households, spread over the villages by weight.

    ``doubles`` is the share of people who are written down a second time, with another spelling,
    day or number, in some other household; ``Member.truth`` tells which two are one.
    """
    if not villages:
        raise ValueError("households need at least one village")
    town = _Town(seed, villages)
    for number in range(1, count + 1):
        yield _household(town, number, doubles)


def _household(town: _Town, number: int, doubles: float) -> Household:
    chance = town.chance
    home = town.village()
    moved = chance.random() < MOVED
    registered = town.village() if moved else home
    culture = culture_of(chance, home.code[:2])
    family = _Family(culture, religion_of(chance, culture), clan_of(chance, culture), home, registered)
    seats = household_seats(chance)
    members = _members(town, family, seats)
    if town.remembered and chance.random() < doubles * len(members):
        members.append(_double(town, number))
    for member in members:
        _remember(town, number, member)
    card_day = date.fromordinal(town.today - chance.randrange(200, 5000))
    spent, decile = expenditure_of(chance, urban=home.urban)
    return Household(
        number=number,
        kk=numbers.kk(town.serials, registered.district_digits, card_day),
        village_code=home.code,
        hamlet="" if home.urban else chance.choice(name_lists.HAMLETS),
        street=_street(chance, urban=home.urban),
        rt=f"{chance.randrange(1, 9):03d}",
        rw=f"{chance.randrange(1, 5):03d}",
        registered_village_code=registered.code,
        moved=registered.code != home.code,
        urban=home.urban,
        decile=decile,
        expenditure=spent,
        female_headed=members[0].sex == "f",
        members=tuple(members),
    )


def _street(chance: Chance, *, urban: bool) -> str:
    if not urban and chance.random() < 0.7:
        return ""
    alley = f" Gang {chance.randrange(1, 9)}" if urban and chance.random() < 0.3 else ""
    return f"Jalan {chance.choice(name_lists.STREETS)}{alley} No. {chance.randrange(1, 120)}"


def _members(town: _Town, family: _Family, seats: list[Seat]) -> list[Member]:
    members: list[Member] = []
    absent_parents: dict[str, str] = {}  # one parent of the children may live elsewhere, or have died
    born_before: date | None = None
    for seat in seats:
        twin = seat.twin and born_before is not None and members[-1].relation == seat.relation
        born = born_before if twin and born_before else _born(town, seat.age)
        mother = members[seat.mother].full_name if seat.mother >= 0 else absent_parents.get("f", "")
        father = members[seat.father].full_name if seat.father >= 0 else absent_parents.get("m", "")
        if seat.relation != "child":
            mother = father = ""
        member = _member(town, family, seat, born, mother, father)
        if seat.relation == "child":
            absent_parents = {"f": member.mother_name, "m": member.father_name}
        members.append(member)
        born_before = born
    return members


def _born(town: _Town, age: float) -> date:
    days = int(age * DAYS_A_YEAR)
    return date.fromordinal(town.today - days - (1 if days == 0 else 0))


def _member(town: _Town, family: _Family, seat: Seat, born: date, mother: str, father: str) -> Member:
    chance, age = town.chance, int(seat.age)
    name = name_of(chance, family.culture, seat.sex, born.year, clan=family.clan, order=seat.order)
    full = spelled_otherwise(chance, name.full) if chance.random() < WRITTEN_BADLY else name.full
    missing = chance.random() < (NO_NIK_BABY if age < 1 else NO_NIK)
    education = education_of(chance, age, generation(born.year))
    occupation = occupation_of(chance, age, seat.sex, education, urban=family.home.urban)
    backs = name_lists.TITLES_BACK.get(education, ())
    pilgrim = family.religion == "islam" and age > 45 and chance.random() < 0.06
    year_only = age > 55 and chance.random() < YEAR_ONLY * 2
    return Member(
        truth=next(town.truths),
        copy=False,
        full_name=full,
        call_name=name.call,
        front_title=("H." if seat.sex == "m" else "Hj.") if pilgrim else "",
        back_title=chance.choice(backs) if backs and chance.random() < 0.5 else "",
        sex=seat.sex,
        birth_date=born.replace(month=1, day=1) if year_only else born,
        birth_year_only=year_only,
        birth_place=family.registered.regency or family.registered.district,
        nik="" if missing else numbers.nik(town.serials, family.registered.district_digits, born, seat.sex),
        nik_absent=("none_yet" if age < 1 else chance.choice(NO_NUMBER)) if missing else "",
        relation=seat.relation,
        marital=seat.marital,
        religion=family.religion,
        education=education,
        occupation=occupation,
        mother_name=mother or _elder(chance, family, "f", born.year - 26),
        father_name=father or _elder(chance, family, "m", born.year - 29),
        difficulties=difficulties_of(chance, age),
        pregnant=seat.sex == "f" and seat.marital == MARRIED and 18 <= age <= 42 and chance.random() < 0.055,
    )


def _elder(chance: Chance, family: _Family, sex: str, year: int) -> str:
    clan = family.clan if sex == "m" else ""
    if family.culture in {"batak", "chinese", "ntt", "maluku", "minahasa", "papua", "dayak"} and not clan:
        clan = clan_of(chance, family.culture)
    return name_of(chance, family.culture, sex, year, clan=clan).full


def _remember(town: _Town, number: int, member: Member) -> None:
    """Keep a sample of people who may turn up a second time."""
    if member.copy or town.chance.random() > 0.2:
        return
    if len(town.remembered) < REMEMBERED:
        town.remembered.append((number, member))
    else:
        town.remembered[town.chance.randrange(REMEMBERED)] = (number, member)


def _double(town: _Town, number: int) -> Member:
    """Somebody of another household, written down again here; nobody is written a third time."""
    place = town.chance.randrange(len(town.remembered))
    _other, member = town.remembered[place]
    town.remembered[place] = town.remembered[-1]
    town.remembered.pop()
    return written_again(town.chance, member, relation="relative")
