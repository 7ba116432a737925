"""Opening hours as offices write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.directory.rules.hours import DAYS, HoursUnclear, Opening, read_openings, written


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("MO-FR 08:00-14:00", ("MO", "TU", "WE", "TH", "FR")),
        ("fr-mo 8:00-14:00", None),
        ("FR-MO 08:00-14:00", ("MO", "FR", "SA", "SU")),
        ("mo, we 08.00-11.00", ("MO", "WE")),
        ("MO-FR 08:00-24:00", ("MO", "TU", "WE", "TH", "FR")),
        ("MO 24:00-08:00", None),
        ("MO 08:00", None),
        ("MONDAY 08:00-09:00", None),
    ],
)
def test_lines(text: str, days: tuple[str, ...] | None) -> None:
    if days is None:
        with pytest.raises(HoursUnclear):
            read_openings(text)
    else:
        assert read_openings(text)[0].days == days


@given(
    st.sets(st.sampled_from(DAYS), min_size=1),
    st.integers(0, 1438),
    st.integers(1, 1439),
)
def test_what_is_written_is_read_back(days: set[str], first: int, last: int) -> None:
    opens, closes = sorted((first, max(last, first + 1)))
    one = Opening(
        tuple(day for day in DAYS if day in days),
        f"{opens // 60:02d}:{opens % 60:02d}",
        f"{closes // 60:02d}:{closes % 60:02d}",
    )
    assert read_openings(written([one])) == (one,)
    assert one.minutes()[0][1:] == (opens, closes)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_openings(text)
    except HoursUnclear as unclear:
        assert unclear.line.strip()
