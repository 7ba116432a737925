"""An index over services, and the ranking of those that answer a need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import log

from simpul.engines.matching.facts import Answer, Ask, Fit, Heard, Match, Offer, Term
from simpul.engines.matching.hearing import Hearing
from simpul.engines.matching.judging import judge
from simpul.engines.matching.pools import Pool
from simpul.engines.matching.words import SILENT, Vocabulary, stem, stems_of, words_of
from simpul.kernel.text import N_, Text

VERSION = "matching-1"
NEXT_ANSWER = 0.85  # each further service of a need weighs so much of the one before it
SURE_SERVICE = 1.2  # a service that was named weighs more than one that only answers a need
NAMED = 0.5  # at most, for words in the name or description
REPEATED = 0.12  # taken from the second, third ... service of the same kind, so that kinds mix
COMMON = 0.2  # a stem in more than this share of services leads to nobody


class Matcher:
    """All services of a directory, filed by term and by word. Built once, asked often; never changes.

    >>> clinic = Offer("1", "Puskesmas Sumbersono", services=("primary-care",), days_unchecked=3)
    >>> care = Term("primary-care", "Pengobatan", ("berobat", "sakit demam"))
    >>> Matcher([clinic], [care]).rank(Ask(words="anak sakit demam")).matches[0].offer.name
    'Puskesmas Sumbersono'
    """

    version = VERSION

    def __init__(self, offers: Iterable[Offer], terms: Iterable[Term]) -> None:
        self.offers = tuple(offers)
        self.hearing = Hearing(terms)
        by_service: dict[str, list[int]] = defaultdict(list)
        by_stem: dict[str, list[int]] = defaultdict(list)
        for place, offer in enumerate(self.offers):
            for code in dict.fromkeys(offer.services):
                by_service[code].append(place)
            for one in dict.fromkeys(stems_of(f"{offer.name} {offer.words}")):
                by_stem[one].append(place)
        self._by_service = {code: Pool(self.offers, places) for code, places in by_service.items()}
        self._by_stem = {one: Pool(self.offers, places) for one, places in by_stem.items()}
        phrases = (phrase for _code, phrase, _stems in self.hearing.phrases)
        self.vocabulary = Vocabulary([*phrases, *(f"{one.name} {one.words}" for one in self.offers)])

    def rank(self, ask: Ask, *, limit: int = 20) -> Answer:
        """The services that answer, best first; those that do not fit this person come last, with the reason.

        Deterministic: equal points are ordered by distance, then name, then id.
        """
        stems, corrected = self._understood(ask.words)
        heard = self.hearing.hear(stems)
        wanted = self._wanted(ask, heard)
        points: dict[int, float] = defaultdict(float)
        because: dict[int, list[Text]] = defaultdict(list)
        for code, (weight, label) in wanted.items():
            pool = self._by_service.get(code)
            for place in pool.around(ask) if pool else ():
                if weight > points[place]:
                    points[place] = weight
                    because[place] = [Text(N_("Helps with: %(need)s."), {"need": label})]
        self._name(ask, stems, points, because)
        matches = [
            match
            for place, weight in points.items()
            if (match := judge(ask, self.offers[place], weight, because[place]))
        ]
        return Answer(_mixed(matches)[:limit], heard[:5], corrected, VERSION)

    def _understood(self, words: str) -> tuple[list[str], tuple[tuple[str, str], ...]]:
        """The stems of the words, mistyped ones read as the nearest known."""
        stems, corrected = [], []
        for word in words_of(words):
            if word in SILENT:
                continue
            meant = self.vocabulary.meant(word)
            stems.append(stem(meant))
            if meant != word:
                corrected.append((word, meant))
        return stems, tuple(corrected)

    def _wanted(self, ask: Ask, heard: Sequence[Heard]) -> dict[str, tuple[float, str]]:
        """The services that would answer, each with its weight and the need that leads to it."""
        wanted: dict[str, tuple[float, str]] = {}
        sure = [
            Heard(self.hearing.terms[c], 1.0, "")
            for c in (*ask.needs, *ask.services)
            if c in self.hearing.terms
        ]
        for one in (*sure, *heard):
            codes = one.term.answered_by or (one.term.code,)
            weight = one.weight * (1.0 if one.term.answered_by else SURE_SERVICE)
            for code in codes:
                if weight > wanted.get(code, (0.0, ""))[0]:
                    wanted[code] = (weight, one.term.label)
                weight *= NEXT_ANSWER
        return wanted

    def _name(
        self, ask: Ask, stems: Sequence[str], points: dict[int, float], because: dict[int, list[Text]]
    ) -> None:
        """Points for words that stand in a service's own name or description."""
        total = len(self.offers)
        rarest = log(1 + total)
        most = len(set(stems)) * rarest or 1.0
        for one in dict.fromkeys(stems):
            pool = self._by_stem.get(one)
            if pool is None or len(pool) > max(20, COMMON * total):
                continue
            weight = NAMED * log(1 + total / len(pool)) / most
            for place in pool.among(points) or pool.around(ask):
                if place not in points:
                    because[place] = [Text(N_("Your words stand in its description."))]
                points[place] += weight


def _mixed(matches: list[Match]) -> tuple[Match, ...]:
    """Best first, each further one of the same kind a little lower: ten alike help less than three kinds."""
    matches.sort(key=_order)
    seen: dict[str, int] = defaultdict(int)
    lowered = []
    for match in matches:
        kind = match.offer.services[0] if match.offer.services else match.offer.id
        lowered.append(replace(match, score=round(match.score - REPEATED * seen[kind], 4)))
        seen[kind] += 1
    return tuple(sorted(lowered, key=_order))


def _order(match: Match) -> tuple[bool, float, float, str, str]:
    away = match.kilometres if match.kilometres is not None else 1e9
    return (match.fit is Fit.DOES_NOT_FIT, -match.score, away, match.offer.name, match.offer.id)
