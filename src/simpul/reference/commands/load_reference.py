"""Takes over the reference data that ships with the product."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from simpul.kernel.actor import Actor
from simpul.reference.choices import Certainty
from simpul.reference.commands.load_regions import RegionFiles, load_regions
from simpul.reference.tables.reading import DATA, Topic, entries_of
from simpul.reference.tables.topics import TOPICS
from simpul.safeguards.gate import command, note_in_audit


@dataclass(frozen=True)
class TopicCount:
    """What loading one topic did."""

    topic: str
    added: int
    changed: int
    unchanged: int


@command()
def load_reference(actor: Actor, *, demo_regency: bool = True) -> tuple[TopicCount, ...]:
    """Bring every shipped topic up to date. Entries are added or corrected, never removed."""
    counts = [_load_topic(topic) for topic in TOPICS]
    counts.append(_load_shipped_regions(actor, "provinces"))
    if demo_regency:
        counts.append(_load_shipped_regions(actor, "demo-regency"))
    note_in_audit(added=sum(count.added for count in counts), changed=sum(count.changed for count in counts))
    return tuple(counts)


def _load_topic(topic: Topic) -> TopicCount:
    standing = {
        tuple(getattr(entry, key) for key in topic.keys): entry for entry in topic.model.objects.all()
    }
    new, changed, names, unchanged = [], [], [], 0
    for facts in entries_of(topic):
        names = list(facts)
        entry = standing.get(tuple(facts[key] for key in topic.keys))
        if entry is None:
            new.append(topic.model(**facts))
        elif _differs(entry, facts):
            for name, value in facts.items():
                setattr(entry, name, value)
            changed.append(entry)
        else:
            unchanged += 1
    topic.model.objects.bulk_update(changed, names) if changed else None
    topic.model.objects.bulk_create(new)
    return TopicCount(topic.name, len(new), len(changed), unchanged)


def _differs(entry: object, facts: dict[str, Any]) -> bool:
    return any(getattr(entry, name) != value for name, value in facts.items())


def _load_shipped_regions(actor: Actor, name: str) -> TopicCount:
    demo = name == "demo-regency"
    table = (DATA / name / "regions.csv" if demo else DATA / "provinces.csv").read_text(encoding="utf-8")
    outlines = (DATA / name / "boundaries.geojson").read_text(encoding="utf-8") if demo else ""
    files = RegionFiles(
        source="made up for the demo" if demo else "Kepmendagri 300.2.2-2430/2025",
        table=table,
        checksum=hashlib.sha256(table.encode()).hexdigest(),
        boundaries=outlines,
        boundaries_checksum=hashlib.sha256(outlines.encode()).hexdigest() if outlines else "",
        certainty=Certainty.OWN if demo else Certainty.READ,
    )
    report = load_regions(actor, files=files, fictional=demo, only_missing=not demo)
    counts = report.diff.counts() if report.diff else {}
    return TopicCount(
        name,
        counts.get("added", 0),
        sum(counts.get(kind, 0) for kind in ("renamed", "vanished", "refreshed")),
        counts.get("unchanged", 0),
    )
