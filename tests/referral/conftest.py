"""A house in which somebody can be referred."""

from __future__ import annotations

import pytest

from tests.factories.referral import House, make_house


@pytest.fixture
def house() -> House:
    return make_house()
