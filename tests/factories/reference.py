"""Regions for tests that need a map of their own, and the few tables that a referral asks."""

from __future__ import annotations

from simpul.reference.models import Region
from simpul.reference.rules.regions import folded, parent_of, words_of
from simpul.reference.tables.reading import entries_of
from simpul.reference.tables.topics import TOPICS
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


def load_tables(*names: str) -> None:
    """These topics as they ship; the whole map is left out."""
    with writing_as("reference"):
        for topic in TOPICS:
            if topic.name in names and not topic.model.objects.exists():
                topic.model.objects.bulk_create(topic.model(**facts) for facts in entries_of(topic))


def load_referral_tables() -> None:
    load_tables("taxonomy-terms", "barrier-types", "referral-targets", "holidays", "practice-periods")
