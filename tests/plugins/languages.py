"""A request leaves its language active in its thread: the next test must not inherit it."""

from __future__ import annotations

import pytest


def pytest_runtest_setup(item: pytest.Item) -> None:
    from django.utils import translation

    translation.deactivate()
