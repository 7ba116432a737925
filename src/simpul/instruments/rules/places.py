"""Places in answers: ``members.0.name`` on pages, ``("members", 0, "name")`` inside."""

from __future__ import annotations

from collections.abc import Mapping

from simpul.instruments.rules.model import DefinitionPath
from simpul.instruments.rules.xpath import InstancePath


def dotted(place: InstancePath) -> str:
    """The name of a place in forms, answers and errors.

    >>> dotted(("members", 0, "name"))
    'members.0.name'
    """
    return ".".join(map(str, place))


def undotted(name: str) -> InstancePath:
    """The place that a name on a page means; index parts become numbers."""
    return tuple(
        int(part) if part.isascii() and part.isdigit() and len(part) < 6 else part for part in name.split(".")
    )


def definition_of(place: InstancePath) -> DefinitionPath:
    """The element of the form that stands at a place."""
    return tuple(part for part in place if isinstance(part, str))


def read_at(answers: object, place: InstancePath) -> object:
    """The answer at a place, or None; anything misshapen counts as no answer."""
    found = answers
    for part in place:
        if isinstance(part, int):
            found = found[part] if isinstance(found, list | tuple) and part < len(found) else None
        else:
            found = found.get(part) if isinstance(found, Mapping) else None
    return found
