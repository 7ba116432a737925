"""Who comes first, who comes last, and what is said about it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.engines.matching import Ask, Fit, Match, Matcher, Offer, Term

CLINIC = Term("clinic", "Berobat", ("sakit",))
HERE = {"latitude": -6.05, "longitude": 113.75}
NEAR = Offer("near", "Dekat", ("clinic",), latitude=-6.06, longitude=113.75, days_unchecked=1)
FAR = replace(NEAR, id="far", name="Jauh", latitude=-6.55)


def rank(*offers: Offer, **ask: object) -> tuple[Match, ...]:
    return Matcher(offers, [CLINIC]).rank(Ask(needs=("clinic",), **ask)).matches  # type: ignore[arg-type]


def said(texts: tuple[object, ...]) -> str:
    return " ".join(str(text) for text in texts)


def test_the_nearer_comes_first_and_says_how_far() -> None:
    first, second = rank(FAR, NEAR, **HERE)
    assert [first.offer.id, second.offer.id] == ["near", "far"]
    assert first.kilometres == pytest.approx(1.1, abs=0.1)
    assert "1.1 km" in said(first.reasons)


def test_an_unknown_distance_is_said_and_costs_no_place_of_its_own() -> None:
    nowhere = replace(NEAR, id="nowhere", latitude=None, longitude=None)
    found = {match.offer.id: match for match in rank(NEAR, nowhere, **HERE)}
    assert "How far" in said(found["nowhere"].unknown)
    assert found["nowhere"].fit is Fit.UNSURE


@pytest.mark.parametrize(
    ("age", "fit"), [(5, Fit.DOES_NOT_FIT), (6, Fit.FITS), (18, Fit.FITS), (19, Fit.DOES_NOT_FIT)]
)
def test_age_decides_at_its_bounds(age: int, fit: Fit) -> None:
    (match,) = rank(replace(NEAR, ages=(6, 18)), age=age)
    assert match.fit is fit


def test_an_unknown_age_is_not_a_no() -> None:
    (match,) = rank(replace(NEAR, ages=(6, 18)))
    assert match.fit is Fit.UNSURE and "6 to 18" in said(match.unknown)


def test_who_does_not_fit_comes_last_with_the_reason() -> None:
    found = rank(replace(NEAR, ages=(60, None)), FAR, age=10, **HERE)
    assert [match.offer.id for match in found] == ["far", "near"]
    assert "Only for ages 60" in said(found[1].against)


@pytest.mark.parametrize(
    ("covers", "region", "fit"),
    [
        (("35.69",), "35.69.01.2001", Fit.FITS),
        (("35.70",), "35.69.01.2001", Fit.DOES_NOT_FIT),
        (("35.69.01",), "35.69", Fit.UNSURE),
        ((), "35.69.01.2001", Fit.FITS),
        (("35.69",), "", Fit.FITS),
    ],
)
def test_the_area_served(covers: tuple[str, ...], region: str, fit: Fit) -> None:
    (match,) = rank(replace(NEAR, covers=covers), region=region)
    assert match.fit is fit


def test_open_now_and_only_what_is_open() -> None:
    monday = replace(NEAR, hours=((0, 480, 840),))
    assert rank(monday, moment=(0, 480))[0].open_now is True
    assert rank(monday, moment=(0, 840))[0].open_now is False
    assert rank(monday, moment=(1, 500), open_only=True) == ()
    assert rank(NEAR, moment=(1, 500), open_only=True)[0].open_now is None, "unknown hours are no closed door"


def test_a_full_service_falls_behind_one_with_room() -> None:
    full, room = (
        replace(NEAR, id="full", free_places=0, waiting_days=30),
        replace(NEAR, id="room", free_places=2),
    )
    first, second = rank(full, room)
    assert first.offer.id == "room" and "30 days" in said(second.against)


def test_wishes_of_cost_access_and_papers() -> None:
    assert rank(replace(NEAR, free=False), free_only=True) == ()
    assert "Whether it costs" in said(rank(NEAR, free_only=True)[0].unknown)
    steps = replace(NEAR, access=("toilet",))
    assert "get in" in said(rank(steps, access=("wheelchair",))[0].against)
    asks = replace(NEAR, documents=("ktp", "kk"))
    assert "missing: 1" in said(rank(asks, has=frozenset({"kk"}))[0].against)
    assert "at hand" in said(rank(asks, has=frozenset({"kk", "ktp"}))[0].reasons)


def test_a_sealed_place_has_no_distance_even_if_it_were_told_one() -> None:
    (match,) = rank(replace(NEAR, sealed=True), **HERE)
    assert match.kilometres is None and "telephone only" in said(match.reasons)


def test_kinds_mix_instead_of_ten_alike() -> None:
    many = [replace(NEAR, id=f"n{n}", name=f"N{n}") for n in range(6)]
    other = Offer("other", "Lain", ("advice",), days_unchecked=1)
    sick = Term("sick", "Sakit", ("sakit",), ("clinic", "advice"))
    found = Matcher([*many, other], [CLINIC, sick, Term("advice", "Nasihat")]).rank(
        Ask(needs=("sick",)), limit=3
    )
    assert "other" in {match.offer.id for match in found.matches}


@given(st.permutations([NEAR, FAR, replace(NEAR, id="b"), replace(NEAR, id="a")]))
def test_the_order_of_entry_changes_nothing(offers: list[Offer]) -> None:
    assert [m.offer.id for m in rank(*offers, **HERE)] == ["a", "b", "near", "far"]
