"""Brings the shipped reference data into the database; safe to run as often as one likes."""

from __future__ import annotations

from simpul.kernel.actor import system_actor
from simpul.reference.commands.load_reference import TopicCount, load_reference


def load_all(*, demo_regency: bool = True) -> tuple[TopicCount, ...]:
    """Load every topic as the system; the second run changes nothing."""
    return load_reference(system_actor(), demo_regency=demo_regency)
