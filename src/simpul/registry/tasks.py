"""The registry's work in the background: imports piece by piece, and their forgetting."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from simpul.jobs.handlers import handles, recurring
from simpul.kernel.actor import system_actor
from simpul.registry.commands.carry_after_merges import carry_after_merges
from simpul.registry.commands.check_import import check_import
from simpul.registry.commands.forget_import_rows import forget_import_rows
from simpul.registry.commands.take_back_import import take_back_import
from simpul.registry.commands.write_import import write_import
from simpul.registry.queries.import_pieces import rows_to_check, rows_to_write


@handles("registry.check_import", apart=True)
def do_check_import(payload: dict[str, Any]) -> None:
    """Check the next piece of a staged table."""
    actor, batch_id = system_actor(), uuid.UUID(payload["batch_id"])
    check_import(actor, batch_id, piece=rows_to_check(actor, batch_id))


@handles("registry.write_import", apart=True)
def do_write_import(payload: dict[str, Any]) -> None:
    """Write the next piece of a confirmed import."""
    actor, batch_id = system_actor(), uuid.UUID(payload["batch_id"])
    write_import(actor, batch_id, piece=rows_to_write(actor, batch_id))


@handles("registry.take_back_import")
def do_take_back_import(payload: dict[str, Any]) -> None:
    """Take the next piece of an import back."""
    take_back_import(system_actor(), uuid.UUID(payload["batch_id"]))


@recurring("registry.forget_import_rows", every=timedelta(days=1))
def forget_rows_daily() -> None:
    """Every day: staged rows whose time is over are dropped."""
    forget_import_rows(system_actor())


@recurring("registry.carry_after_merges", every=timedelta(days=1))
def carry_daily() -> None:
    """Every day: what merges of an earlier version, or a restored backup of one, left behind follows."""
    carry_after_merges(system_actor())
