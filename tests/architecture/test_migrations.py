"""A new table comes with its constraints and indexes.

Added one by one, each makes Django build its picture of all models anew, and on SQLite the table as well.
That was half of what a first start took.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

ADDED_LATER = (migrations.AddField, migrations.AlterField)
BELONGS_INSIDE = (migrations.AddConstraint, migrations.AddIndex)


def apart(operations: Sequence[Operation]) -> list[str]:
    """Models of one migration whose constraints or indexes stand apart though nothing hinders them inside."""
    made = {one.name_lower for one in operations if isinstance(one, migrations.CreateModel)}
    made -= {one.model_name_lower for one in operations if isinstance(one, ADDED_LATER)}
    return [
        one.model_name
        for one in operations
        if isinstance(one, BELONGS_INSIDE) and one.model_name.lower() in made
    ]


def test_new_tables_come_whole() -> None:
    ours = {
        label: migration
        for label, migration in MigrationLoader(None).disk_migrations.items()
        if migration.__module__.startswith("simpul.")
    }
    assert len(ours) > 30
    assert {label: found for label, one in ours.items() if (found := apart(one.operations))} == {}


def test_a_constraint_apart_is_found() -> None:
    table = migrations.CreateModel("Visit", [("id", models.BigAutoField(primary_key=True))])
    index = migrations.AddIndex("visit", models.Index(fields=["id"], name="visit_id"))
    assert apart([table, index]) == ["visit"]
    later = migrations.AddField("visit", "on", models.DateField(null=True))
    assert apart([table, later, index]) == []
