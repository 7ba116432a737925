"""Lets transactional tests empty the database although the log's triggers refuse it."""

from __future__ import annotations

import pytest
from django.db import connections
from django.test import TransactionTestCase

_emptying = TransactionTestCase._fixture_teardown


def _teardown_without_triggers(self: TransactionTestCase) -> None:
    from simpul.safeguards.triggers import drop_triggers, make_triggers

    drop_triggers(connections["default"])
    try:
        _emptying(self)
    finally:
        make_triggers(connections["default"])


def pytest_configure() -> None:
    """For the whole run: a fixture would be undone before the database is emptied."""
    TransactionTestCase._fixture_teardown = _teardown_without_triggers  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def _forget_keys() -> None:
    from simpul.safeguards import keys

    keys.forget()
