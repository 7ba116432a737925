"""Recurring duties of casework."""

from datetime import timedelta

from simpul.casework.commands.find_orphans import find_orphans
from simpul.jobs.handlers import recurring
from simpul.kernel.actor import system_actor


@recurring("casework.find_orphans", every=timedelta(days=1))
def find_orphans_nightly() -> None:
    """Every night: no open case is left without a worker or a date."""
    find_orphans(system_actor())
