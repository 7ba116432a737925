"""Recurring duties that keep the house itself in order."""

from datetime import timedelta

from simpul.jobs.commands.anchor_log import anchor_log
from simpul.jobs.handlers import recurring
from simpul.kernel.actor import system_actor


@recurring("jobs.anchor_log", every=timedelta(days=1))
def anchor_daily() -> None:
    """Every day: the head of the log is written outside the database."""
    anchor_log(system_actor())
