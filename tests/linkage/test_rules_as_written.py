"""Every rule of the matcher and of the identity checks is an example in its own docstring."""

from __future__ import annotations

from tests.architecture.test_examples import TOLD

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
    "simpul.kernel.csv_files",
)


def test_every_rule_has_an_example() -> None:
    """That they hold, tests/architecture/test_examples.py shows."""
    assert set(MODULES) - set(TOLD) == set()
