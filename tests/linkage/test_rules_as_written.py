"""Every rule of the matcher and of the identity checks is an example in its own docstring."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

MODULES = (
    "simpul.engines.linkage.sounds",
    "simpul.engines.linkage.titles",
    "simpul.engines.linkage.names",
    "simpul.engines.linkage.frequency",
    "simpul.engines.linkage.comparison",
    "simpul.engines.linkage.matcher",
    "simpul.registry.rules.identity_numbers",
    "simpul.registry.rules.birth_dates",
    "simpul.registry.rules.telephones",
    "simpul.registry.rules.import_columns",
    "simpul.registry.rules.import_rows",
    "simpul.registry.rules.spreadsheets.table",
    "simpul.registry.queries.imports",
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    result = doctest.testmod(import_module(name))
    assert result.attempted > 0
    assert result.failed == 0
