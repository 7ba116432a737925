"""The clock stands where it is put, and only there."""

from __future__ import annotations

from datetime import UTC, date, datetime

from simpul.kernel.clock import at, now, today

THEN = datetime(2025, 12, 31, 20, tzinfo=UTC)


def test_the_clock_can_be_put_to_a_moment_and_goes_on_afterwards() -> None:
    with at(THEN):
        assert now() == THEN
        assert today() == date(2026, 1, 1)
    assert now() > THEN


def test_the_clock_goes_on_after_a_failure() -> None:
    try:
        with at(THEN):
            raise ValueError
    except ValueError:
        pass
    assert now() > THEN
