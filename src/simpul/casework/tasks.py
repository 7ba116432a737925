"""Recurring duties of casework."""

from datetime import timedelta

from simpul.casework.commands.find_orphans import find_orphans
from simpul.casework.commands.find_ties import find_ties
from simpul.jobs.handlers import recurring
from simpul.kernel.actor import system_actor


@recurring("casework.find_orphans", every=timedelta(days=1))
def find_orphans_nightly() -> None:
    """Every night: no open case is left without a worker or a date."""
    find_orphans(system_actor())


@recurring("casework.find_ties", every=timedelta(minutes=10))
def find_ties_often() -> None:
    """Every ten minutes: a tie that came to light is put before the supervisor."""
    find_ties(system_actor())
