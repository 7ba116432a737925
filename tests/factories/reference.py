"""Regions for tests that need a map of their own."""

from __future__ import annotations

from simpul.reference.models import Region
from simpul.reference.rules.regions import folded, parent_of, words_of
from simpul.safeguards.guarded import writing_as


def make_village(code: str, name: str, path: str) -> Region:
    """A village under these names; nothing above it is made."""
    with writing_as("reference"):
        made: Region = Region.objects.create(
            code=code,
            name=name,
            title="desa",
            short_title="Desa",
            level="village",
            parent_code=parent_of(code),
            path=path,
            name_key=folded(name),
            words=words_of(name, path.split(", ")),
            source="test",
            certainty="read",
        )
    return made
