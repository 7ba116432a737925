"""A hundred needs that people judged: right kinds of help come first, also out of very many services."""

from __future__ import annotations

from dataclasses import replace

from simpul.config.bench._judged_needs import DEVELOPING, JUDGED, TESTING
from simpul.config.bench.matching import SHOWN, is_right, made_up
from simpul.engines.matching import Ask, Matcher, Offer, Term
from simpul.engines.matching.pools import MOST

OFFERS, TERMS = made_up(670)


def share_right(matcher: Matcher) -> float:
    found = [
        is_right(
            need, [m.offer.services[0] for m in matcher.rank(Ask(words=need.words), limit=SHOWN).matches]
        )
        for need in TESTING
    ]
    return sum(found) / len(found)


def test_the_set_is_a_hundred_of_known_kinds_and_forty_are_kept() -> None:
    kinds = {term.code for term in TERMS if not term.answered_by}
    assert len(JUDGED) == len({need.words for need in JUDGED}) >= 100 and len(TESTING) == 40
    assert not set(DEVELOPING) & set(TESTING)
    assert {code for need in JUDGED for code in need.right} <= kinds


def test_a_right_kind_is_among_the_first_five() -> None:
    assert share_right(Matcher(OFFERS, TERMS)) >= 0.8


def test_without_the_taxonomys_words_it_would_not_be() -> None:
    assert share_right(Matcher(OFFERS, [Term(one.code, one.label) for one in TERMS])) < 0.6


def many(count: int) -> list[Offer]:
    return [
        Offer(f"{n:05}", "Pengobatan", ("primary-care",), latitude=-6.0, longitude=105 + n / 100)
        for n in range(count)
    ]


def test_of_very_many_the_nearest_are_judged_and_those_without_a_point_too() -> None:
    offers = [*many(3 * MOST), Offer("telepon", "Pengobatan jarak jauh", ("primary-care",))]
    ask = Ask(services=("primary-care",), latitude=-6.0, longitude=107.0)
    found = Matcher(offers, TERMS).rank(ask, limit=3 * MOST).matches
    assert found[0].offer.longitude == 107.0 and len(found) == MOST + 1
    assert "telepon" in {match.offer.id for match in found}


def test_a_full_index_and_a_near_one_begin_alike() -> None:
    offers = many(3 * MOST)
    ask = Ask(services=("primary-care",), latitude=-6.0, longitude=106.5)
    near = [o for o in offers if abs((o.longitude or 0) - 106.5) < 0.3]
    whole = [m.offer.id for m in Matcher(offers, TERMS).rank(ask, limit=10).matches]
    assert whole == [m.offer.id for m in Matcher(near, TERMS).rank(ask, limit=10).matches]
    assert Matcher(offers, TERMS).rank(replace(ask, latitude=None)).matches
