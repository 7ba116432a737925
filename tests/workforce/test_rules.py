"""Pure decisions: caseload weight, incompatible roles, papers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from simpul.kernel.actor import Role
from simpul.workforce.caseload import CaseFacts, load_of, weights
from simpul.workforce.rules.grants import INCOMPATIBLE, clash


def test_ten_quiet_cases_weigh_less_than_ten_dangerous_ones() -> None:
    table = weights()
    quiet = load_of([CaseFacts("low", "monitoring")] * 10, table)
    hot = load_of([CaseFacts("immediate", "assessment", remote=True)] * 10, table)
    assert (quiet.level, hot.level) == ("room", "overloaded")
    assert hot.points == Decimal("42.50")


@pytest.mark.parametrize(
    ("cases", "level"),
    [(0, "room"), (21, "room"), (22, "busy"), (28, "strained"), (30, "strained"), (31, "overloaded")],
)
def test_strain_follows_the_share_of_capacity(cases: int, level: str) -> None:
    assert load_of([CaseFacts("moderate", "intervention")] * cases, weights()).level == level


def test_who_has_no_capacity_is_overloaded_by_any_case() -> None:
    assert load_of([CaseFacts("low", "aftercare")], weights(), role="admin").level == "overloaded"


def test_every_pair_clashes_both_ways_with_a_sentence() -> None:
    for pair in INCOMPATIBLE:
        assert clash(pair.one, [pair.other]) == clash(pair.other, [pair.one]) == pair.why
    assert clash(Role.SUPERVISOR, [Role.SOCIAL_WORKER]) is None
