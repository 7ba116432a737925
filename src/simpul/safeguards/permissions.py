"""Who may do which act: each app's ``permissions.csv``, a table of acts and roles, read once at start.

A cell holds ``x`` (may, as far as the grant's scope reaches), ``own`` (may, only on one's own records)
or nothing (may not).
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from django.apps import apps

from simpul.kernel.actor import Actor, Grant, Role, Scope
from simpul.kernel.clock import today


@cache
def matrix() -> dict[str, dict[Role, str]]:
    """Every act (``app.act``) with the roles that may do it."""
    table: dict[str, dict[Role, str]] = {}
    for config in apps.get_app_configs():
        path = Path(config.path) / "permissions.csv"
        if not path.exists():
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                act = f"{config.label}.{row.pop('act')}"
                table[act] = {Role(role): cell for role, cell in row.items() if cell}
                wrong = {cell for cell in table[act].values() if cell not in {"x", "own"}}
                if wrong:
                    raise ValueError(f"{path}: {act}: cells may be x, own or empty, not {sorted(wrong)}")
    return table


def standing_grants(actor: Actor, act: str) -> tuple[Grant, ...]:
    """The actor's grants that carry this act today, narrowed to ``own`` where the table says so."""
    cells = matrix().get(act, {})
    day = today()
    found = []
    for grant in actor.grants:
        cell = cells.get(grant.role)
        if cell is None or not grant.stands(day):
            continue
        narrowed = grant if cell == "x" else Grant(grant.role, Scope.OWN, expires=grant.expires)
        found.append(narrowed)
    return tuple(found)


def may(actor: Actor, act: str) -> bool:
    """Whether the actor holds the act at all; for showing or hiding a button, never for deciding."""
    return bool(standing_grants(actor, act))
