"""Puts names together as each culture does: single names, clans, birth order, a father's name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from simpul.config.demo.population import name_lists as lists
from simpul.config.demo.population.chance import Chance

OLD_BEFORE, MIDDLE_BEFORE = 1970, 1997

_MIX = {
    "11": {"malay": 0.9, "java": 0.1},
    "12": {"batak": 0.55, "malay": 0.2, "java": 0.2, "chinese": 0.05},
    "13": {"minang": 0.95, "java": 0.05},
    "31": {"java": 0.4, "sunda": 0.25, "malay": 0.15, "batak": 0.08, "minang": 0.05, "chinese": 0.07},
    "32": {"sunda": 0.8, "java": 0.17, "batak": 0.03},
    "33": {"java": 0.97, "chinese": 0.03},
    "34": {"java": 0.98, "chinese": 0.02},
    "35": {
        "java": 0.76,
        "madura": 0.17,
        "bali": 0.02,
        "chinese": 0.02,
        "batak": 0.01,
        "bugis": 0.01,
        "sunda": 0.01,
    },
    "36": {"sunda": 0.7, "java": 0.25, "chinese": 0.05},
    "51": {"bali": 0.87, "java": 0.13},
    "53": {"ntt": 0.95, "java": 0.05},
    "71": {"minahasa": 0.85, "java": 0.15},
    "81": {"maluku": 0.85, "java": 0.15},
}
_ISLAND_MIX = {
    "1": {"malay": 0.7, "java": 0.25, "minang": 0.05},
    "5": {"malay": 0.8, "java": 0.15, "bali": 0.05},
    "6": {"malay": 0.5, "dayak": 0.25, "java": 0.2, "chinese": 0.05},
    "7": {"bugis": 0.8, "java": 0.2},
    "8": {"maluku": 0.5, "malay": 0.3, "java": 0.2},
    "9": {"papua": 0.7, "java": 0.2, "bugis": 0.1},
}
_RELIGIONS = {
    "bali": ("hindu",),
    "batak": ("protestant", "protestant", "catholic", "islam"),
    "chinese": ("buddhist", "catholic", "protestant", "khonghucu"),
    "ntt": ("catholic", "catholic", "protestant"),
    "maluku": ("protestant", "islam"),
    "minahasa": ("protestant", "protestant", "catholic"),
    "papua": ("protestant", "protestant", "catholic"),
    "dayak": ("catholic", "protestant", "belief"),
}


@dataclass(frozen=True, slots=True)
class Name:
    full: str
    call: str


@cache
def mix_of(province: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The cultures of a province and their running weights."""
    mix = _MIX.get(province) or _ISLAND_MIX.get(province[:1]) or {"java": 1.0}
    total, running = 0.0, []
    for weight in mix.values():
        total += weight
        running.append(total)
    return tuple(mix), tuple(running)


def culture_of(chance: Chance, province: str) -> str:
    names, running = mix_of(province)
    return chance.choices(names, cum_weights=running)[0]


def religion_of(chance: Chance, culture: str) -> str:
    if found := _RELIGIONS.get(culture):
        return chance.choice(found)
    return "islam" if chance.random() < 0.96 else chance.choice(("protestant", "catholic"))


def generation(year: int) -> str:
    return "old" if year < OLD_BEFORE else "middle" if year < MIDDLE_BEFORE else "young"


def name_of(chance: Chance, culture: str, sex: str, year: int, *, clan: str = "", order: int = 0) -> Name:
    """A name as that culture gives it to a child of that year."""
    if culture == "bali":
        return _bali(chance, sex, order)
    if clan:
        first = _clan_first(chance, culture, sex)
        return Name(f"{first} {clan}", first)
    if culture in {"java", "madura", "sunda"}:
        return _by_generation(chance, culture, sex, year)
    table = {"bugis": lists.BUGIS, "minang": lists.MINANG}.get(culture, lists.MALAY)
    first, second = chance.choice(table[sex]), chance.choice(table[f"{sex}2"])
    return Name(f"{first} {second}", second if first.endswith(".") else first)


def clan_of(chance: Chance, culture: str) -> str:
    """The clan name that a family passes on, or nothing."""
    if culture == "batak":
        return chance.choice(lists.BATAK["clan"])
    if culture == "chinese":
        return chance.choice(lists.CHINESE["clan"])
    key = f"clan_{culture}"
    return chance.choice(lists.EAST[key]) if key in lists.EAST else ""


def _clan_first(chance: Chance, culture: str, sex: str) -> str:
    table = {"batak": lists.BATAK, "chinese": lists.CHINESE}.get(culture, lists.EAST)
    return chance.choice(table[sex])


def _bali(chance: Chance, sex: str, order: int) -> Name:
    first = chance.choice(lists.BALI[f"order_{sex}"][order % 4])
    last = chance.choice(lists.BALI[sex])
    return Name(f"{first} {last}", str(last))


_TABLES = {
    "java": (lists.JAVA, lists.JAVA_SECOND, {"old": 0.68, "middle": 0.2, "young": 0.02}),
    "madura": (lists.MADURA, lists.MADURA_SECOND, {"old": 0.6, "middle": 0.15, "young": 0.05}),
    "sunda": (lists.SUNDA, lists.SUNDA_SECOND, {"old": 0.5, "middle": 0.1, "young": 0.02}),
}


def _by_generation(chance: Chance, culture: str, sex: str, year: int) -> Name:
    first_names, second_names, single = _TABLES[culture]
    born = generation(year)
    firsts = first_names[sex, born]
    first = chance.choice(firsts)
    draw = chance.random()
    if draw < single[born] and not first.endswith("."):
        return Name(first, first)
    second = chance.choice(second_names[sex])
    if born == "young" and draw > 0.6:
        middle = chance.choice(firsts)
        if middle not in {first, second}:
            call = middle if first in {"Muhammad", "Moh.", "Ach.", "Nur", "Siti"} else first
            return Name(f"{first} {middle} {second}", call)
    return Name(f"{first} {second}", second if first.endswith(".") else first)
