"""Publishes the forms that come with the house; safe to run as often as one likes."""

from __future__ import annotations

import uuid

from simpul.instruments.commands.publish_instrument import publish_instrument
from simpul.instruments.rules import pack_starter, starter_names
from simpul.kernel.actor import system_actor


def load_starters() -> dict[str, uuid.UUID]:
    """Publish each starter whose content changed; returns the current version of each by folder name."""
    return {name: publish_instrument(system_actor(), workbook=pack_starter(name)) for name in starter_names()}
