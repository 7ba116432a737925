"""When a client of a given risk must be seen: the dated targets of the reference data."""

from __future__ import annotations

from datetime import datetime

from simpul.casework.rules.risk import Target, due
from simpul.kernel.clock import WIB

# Used only while no reference data is loaded, so that a missing table never leaves a client unseen.
WITHOUT_REFERENCE = {
    "immediate": Target(0, "days"),
    "high": Target(24, "hours"),
    "medium": Target(3, "working_days"),
    "low": Target(7, "days"),
}


def target_of(level: str) -> Target:
    """The promise for a level of risk that holds today."""
    return WITHOUT_REFERENCE[level]


def due_for(level: str, since: datetime) -> datetime:
    """The moment by which a client of this risk must be seen."""
    return due(target_of(level), since, WIB)
