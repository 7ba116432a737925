"""All services of one kind, or with one word; of very many, only those nearby are worth a look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nsmallest

from simpul.engines.matching.facts import Ask, Offer

MOST = 150  # of one kind are judged; a directory of a regency has fewer
UNKNOWN_AGE = 10_000


class Pool:
    """Places of services in the list of all. Those without a point (by telephone, at home) are always near.

    >>> offers = [Offer(str(n), "", latitude=0, longitude=n / 10) for n in range(900)]
    >>> near = Pool(offers, range(900)).around(Ask(latitude=0, longitude=40))
    >>> len(near), min(near), max(near)
    (150, 325, 474)
    """

    def __init__(self, offers: Sequence[Offer], places: Iterable[int]) -> None:
        self.offers = offers
        self.places = tuple(places)
        self._held = frozenset(self.places) if len(self.places) > MOST else frozenset()
        self._anywhere = tuple(
            place for place in self.places if offers[place].latitude is None or offers[place].comes_home
        )

    def __len__(self) -> int:
        return len(self.places)

    def around(self, ask: Ask) -> Sequence[int]:
        """All when they are few; else the nearest, and the most lately checked of those without a point."""
        if len(self.places) <= MOST:
            return self.places
        if ask.latitude is None or ask.longitude is None:
            return nsmallest(MOST, self.places, key=self._age)
        south, west, offers = ask.latitude, ask.longitude, self.offers

        def away(place: int) -> float:
            offer = offers[place]
            if offer.latitude is None or offer.longitude is None:
                return 1e9
            return float((offer.latitude - south) ** 2 + (offer.longitude - west) ** 2)

        near = nsmallest(MOST, self.places, key=away)
        return list(dict.fromkeys([*near, *nsmallest(MOST, self._anywhere, key=self._age)]))

    def among(self, found: Iterable[int]) -> list[int]:
        """Of a large pool, those that are found already; empty for a small one, and when none is."""
        return [place for place in found if place in self._held] if self._held else []

    def _age(self, place: int) -> tuple[int, int]:
        unchecked = self.offers[place].days_unchecked
        return (UNKNOWN_AGE if unchecked is None else unchecked, place)
