"""Who reads from outside the house. The apps above that let somebody in say who it was.

outsiders_are_named_by(known_as)        # in the app's ``AppConfig.ready``
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Outsider:
    """Somebody of another agency: who it was, as far as told, and of which agency."""

    who: str
    where: str = ""


Namer = Callable[[Collection[uuid.UUID]], Mapping[uuid.UUID, Outsider]]
_namers: list[Namer] = []


def outsiders_are_named_by(namer: Namer) -> None:
    """Ask this when a reader is nobody of the staff; the same one twice counts once."""
    if namer not in _namers:
        _namers.append(namer)


def outsiders(ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Outsider]:
    """Those of these actors that an app above knows."""
    found: dict[uuid.UUID, Outsider] = {}
    for namer in _namers:
        found.update(namer(ids) if ids else {})
    return found
