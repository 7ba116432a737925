"""The simple matcher: evidence added up in points, every point with its reason."""

from __future__ import annotations

from typing import Protocol

from simpul.engines.linkage.comparison import dates_alike, names_alike
from simpul.engines.linkage.facts import Likeness, LikenessLevel, PersonFacts
from simpul.engines.linkage.names import shadow_of
from simpul.engines.linkage.sounds import sounds
from simpul.kernel.text import N_, Text

VERSION = "simple-3"
STRONG, POSSIBLE, WEAK = 56, 34, 14
LONGEST_SOUND = 12


class Matcher(Protocol):
    """What the registry asks of any linkage engine."""

    version: str

    def keys(self, person: PersonFacts) -> set[str]:
        """Under which keys this person is filed, so that those alike are found without comparing all."""
        ...

    def compare(self, first: PersonFacts, second: PersonFacts) -> Likeness:
        """How alike two persons are, and why."""
        ...


class _Evidence:
    """Points and reasons, gathered."""

    def __init__(self) -> None:
        self.points = 0.0
        self.agreements: list[Text] = []
        self.contradictions: list[Text] = []

    def agrees(self, points: float, reason: Text) -> None:
        self.points += points
        self.agreements.append(reason)

    def contradicts(self, points: float, reason: Text) -> None:
        self.points -= points
        self.contradictions.append(reason)


class SimpleMatcher:
    """Rules of thumb in the order of evidence: NIK, KK and birth date, name with date and mother, village."""

    version = VERSION

    def keys(self, person: PersonFacts) -> set[str]:
        """Keys by sound: each word, the whole name and its consonants, word with year or village, birth date.

        >>> m = SimpleMatcher()
        >>> a = m.keys(PersonFacts(name="Hj. Siti Nurhayati"))
        >>> b = m.keys(PersonFacts(name="Sitti Noer Hayati"))
        >>> sorted(a & b)
        ['c:stnrht', 'f:sitinurhaiat', 't:siti']
        >>> m.keys(PersonFacts(name="Riny Wulan")) == m.keys(PersonFacts(name="Rini Wulan"))
        True
        """
        keys: set[str] = set()
        year = str(person.birth_date.year) if person.birth_date else ""
        for name in (person.name, person.call_name, *person.aliases):
            shadow = shadow_of(name) if name else None
            if shadow is None or not shadow.tokens:
                continue
            for sound in sounds(shadow.as_one):
                keys.add(f"f:{sound[:LONGEST_SOUND]}")
                bones = "".join(letter for letter in sound if letter not in "aeiou")
                if len(bones) >= 3:
                    keys.add(f"c:{bones[:LONGEST_SOUND]}")
            for token in shadow.tokens:
                for sound in sounds(token):
                    keys.add(f"t:{sound[:LONGEST_SOUND]}")
                    if year:
                        keys.add(f"y:{year}:{sound[:6]}")
                    if person.village:
                        keys.add(f"v:{person.village}:{sound[:3]}")
        if person.birth_date and person.birth_precision == "day":
            keys.add(f"d:{person.birth_date:%Y%m%d}")
        return keys

    def compare(self, first: PersonFacts, second: PersonFacts) -> Likeness:
        """Add up what agrees and what contradicts.

        >>> from datetime import date
        >>> a = PersonFacts(name="Sutrisno", sex="m", birth_date=date(1970, 5, 1), village="35.99")
        >>> b = PersonFacts(name="Drs. Soetrisno", sex="m", birth_date=date(1970, 5, 1), village="35.99")
        >>> found = SimpleMatcher().compare(a, b)
        >>> found.level.value, [str(reason) for reason in found.agreements]
        ('possible', ['Names sound alike', 'Same birth date', 'Same village'])

        The same NIK outweighs everything:

        >>> a = PersonFacts(name="Sulastri", numbers={"nik": "1"})
        >>> SimpleMatcher().compare(a, PersonFacts(name="Lastri", numbers={"nik": "1"})).level.value
        'strong'

        The twins trap: same mother, same day, names alike, yet two persons:

        >>> twin = lambda n: PersonFacts(name=n, birth_date=date(2015, 2, 3), mother="Sumiati", sex="m")
        >>> found = SimpleMatcher().compare(twin("Hasan Basri"), twin("Husen Basri"))
        >>> found.twins, found.level.value
        (True, 'possible')
        """
        evidence = _Evidence()
        same_number = _numbers(evidence, first, second)
        name_score = _names(evidence, first, second)
        same_day = _dates(evidence, first, second)
        same_mother = _mother(evidence, first, second)
        _surroundings(evidence, first, second)
        same_kk = bool(first.numbers.get("kk")) and first.numbers.get("kk") == second.numbers.get("kk")
        twins = same_day and (same_mother or same_kk) and not same_number and name_score < 0.97
        score = max(0, min(100, round(evidence.points)))
        if twins:
            score = min(score, STRONG - 1)
            evidence.contradictions.append(
                Text(N_("Same day and same mother or family, but another name: they may be twins"))
            )
        return Likeness(
            score=score,
            level=_level(score),
            name_score=name_score,
            agreements=tuple(evidence.agreements),
            contradictions=tuple(evidence.contradictions),
            twins=twins,
            same_number=same_number,
        )


def _level(score: int) -> LikenessLevel:
    if score >= STRONG:
        return LikenessLevel.STRONG
    if score >= POSSIBLE:
        return LikenessLevel.POSSIBLE
    return LikenessLevel.WEAK if score >= WEAK else LikenessLevel.NONE


def _numbers(evidence: _Evidence, first: PersonFacts, second: PersonFacts) -> bool:
    same = False
    for kind in sorted(set(first.numbers) & set(second.numbers)):
        one, other = first.numbers[kind], second.numbers[kind]
        if not one or not other:
            continue
        if kind == "nik~":
            evidence.agrees(18, Text(N_("The NIK differ by one typing error")))
        elif kind == "kk~":
            evidence.agrees(8, Text(N_("The family card numbers (KK) differ by one typing error")))
        elif kind == "kk":
            if one == other:
                evidence.agrees(14, Text(N_("Same family card number (KK)")))
        elif one == other:
            same = True
            evidence.agrees(70, Text(N_("Same identity number (%(kind)s)"), {"kind": kind.upper()}))
        elif kind == "nik":
            evidence.contradicts(30, Text(N_("Two different NIK")))
    return same


def _names(evidence: _Evidence, first: PersonFacts, second: PersonFacts) -> float:
    own, other = shadow_of(first.name), shadow_of(second.name)
    alike, told = names_alike(own, other)
    best = alike
    if alike >= 0.6:
        # A common name agrees cheaply: its points shrink with what its words tell.
        points = 30 * alike * min(1.0, 0.45 + 0.4 * told)
        reason = (
            N_("Same name")
            if alike == 1
            else N_("Names sound alike")
            if alike >= 0.9
            else N_("Similar names")
        )
        evidence.agrees(points, Text(reason))
    else:
        also = _by_other_names(first, second)
        if alike >= 0.45 and also < 0.9:
            evidence.agrees(3, Text(N_("Part of the name sounds alike")))
        if also >= 0.9:
            best = max(best, 0.75)
            evidence.agrees(14, Text(N_("Known by the same call name or alias")))
        elif own.tokens and other.tokens and alike < 0.3:
            evidence.contradicts(10, Text(N_("Different names")))
    if own.father and other.father:
        fathers, _told = names_alike(shadow_of(" ".join(own.father)), shadow_of(" ".join(other.father)))
        if fathers >= 0.9:
            evidence.agrees(5, Text(N_("Same father in the name")))
    return best


def _by_other_names(first: PersonFacts, second: PersonFacts) -> float:
    ones = {first.name, first.call_name, *first.aliases}
    others = {second.name, second.call_name, *second.aliases}
    scores = [
        names_alike(shadow_of(one), shadow_of(other))[0] for one in ones if one for other in others if other
    ]
    return max(scores, default=0.0)


_DATE_WORDS = {
    "same": N_("Same birth date"),
    "swapped": N_("Birth date with day and month swapped"),
    "slip": N_("Birth dates differ in one digit"),
    "next": N_("Birth dates one day apart"),
    "year": N_("Same birth year"),
    "near": N_("Birth years lie close together"),
}


def _dates(evidence: _Evidence, first: PersonFacts, second: PersonFacts) -> bool:
    found = dates_alike(first.birth_date, first.birth_precision, second.birth_date, second.birth_precision)
    if found.kind == "far":
        evidence.contradicts(-found.points, Text(N_("Birth dates lie years apart")))
    elif found.kind != "unknown":
        evidence.agrees(found.points, Text(_DATE_WORDS[found.kind]))
    return found.kind == "same"


def _mother(evidence: _Evidence, first: PersonFacts, second: PersonFacts) -> bool:
    if not first.mother or not second.mother:
        return False
    alike, _told = names_alike(shadow_of(first.mother), shadow_of(second.mother))
    if alike >= 0.85:
        evidence.agrees(15, Text(N_("Same mother's maiden name")))
        return True
    if alike < 0.4:
        evidence.contradicts(12, Text(N_("Different mother's maiden name")))
    return False


def _surroundings(evidence: _Evidence, first: PersonFacts, second: PersonFacts) -> None:
    if first.sex and second.sex and first.sex != second.sex:
        evidence.contradicts(16, Text(N_("Different sex")))
    if first.village and first.village == second.village:
        evidence.agrees(7, Text(N_("Same village")))
    elif first.village and second.village and first.village[:8] == second.village[:8]:
        evidence.agrees(3, Text(N_("Same district")))
    if first.phones & second.phones:
        evidence.agrees(10, Text(N_("Same telephone number")))
