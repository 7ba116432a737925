"""An office in which many persons met barriers in a quarter that has ended."""

from __future__ import annotations

import pytest

from tests.advocacy.counted import Counted, make_counted


@pytest.fixture
def counted() -> Counted:
    return make_counted()
