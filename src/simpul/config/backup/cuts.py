"""Which columns of which tables say something about a person in clear, and how they are read in order.

In a backup these rows do not lie in the copy of the database but in a file beside it, each person's
columns sealed with the person's own key. What they are is said by the models themselves (``forgets``).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from django.db import connections, models

from simpul.safeguards.forgetting import WHEN, Forgetting, forgettings

MOMENT = {"moment": "erased"}  # in ``blank``: when the key was destroyed


@dataclass(frozen=True)
class Cut:
    """One table: what stays in clear, what is sealed, where the persons stand, what is left without a key."""

    table: str
    open: tuple[str, ...]
    sealed: tuple[str, ...]
    blank: tuple[Any, ...]
    goes: bool

    def header(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, line: str) -> Cut:
        facts = json.loads(line)
        told = {name: tuple(facts[name]) for name in ("open", "sealed", "blank")}
        return cls(table=facts["table"], goes=facts["goes"], **told)

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.open, *self.sealed)


def cuts() -> list[tuple[Cut, str]]:
    """Every such table with the statement that gives its rows: columns, then persons, sorted by person."""
    return [_cut(model, rule) for model, rule in forgettings().items() if rule.of]


def _cut(model: type[models.Model], rule: Forgetting) -> tuple[Cut, str]:
    ways = [_attname(model, way) for way in rule.of]
    fields: list[Any] = list(model._meta.concrete_fields)
    if rule.goes:
        hidden = [field for field in fields if field.attname not in ways]
    else:
        hidden = [field for field in fields if field.name in rule.blank]
    shown = [field for field in fields if field not in hidden]
    blank = [] if rule.goes else [_rest(field, rule.blank[field.name]) for field in hidden]
    cut = Cut(
        model._meta.db_table,
        tuple(str(field.column) for field in shown),
        tuple(str(field.column) for field in hidden),
        tuple(blank),
        rule.goes,
    )
    return cut, _statement(model, [*shown, *hidden], ways)


def _statement(model: type[models.Model], fields: list[Any], ways: list[str]) -> str:
    """The ORM writes the joins; the columns and the order are put in by their place."""
    names = {f"way_{place}": models.F(way) for place, way in enumerate(ways)}
    rows = model._default_manager.annotate(**names).order_by(*names)
    return str(rows.values_list(*(field.attname for field in fields), *names).query)


def _attname(model: type[models.Model], way: str) -> str:
    """``case__client`` as ``case__client_id``."""
    *steps, last = way.split("__")
    for step in steps:
        model = model._meta.get_field(step).related_model  # type: ignore[assignment]
    return "__".join([*steps, model._meta.get_field(last).attname])  # type: ignore[union-attr]


def _rest(field: Any, value: Any) -> Any:
    """What the column holds after an erasure, as the database's driver takes it."""
    if value is WHEN:
        return MOMENT
    value = field.get_db_prep_save(value, connections["default"])
    return value if value is None or isinstance(value, (bool, int)) else str(value)
