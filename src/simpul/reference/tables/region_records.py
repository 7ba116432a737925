"""Region rows in the database: reading what stands, writing what a table changes."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date, timedelta
from typing import Any

from simpul.reference.models import Region, RegionBoundary, RegionLoad
from simpul.reference.rules.boundaries import Outline
from simpul.reference.rules.region_diff import RegionDiff, RegionFacts

BATCH = 2000
FACT_FIELDS = tuple(field.name for field in fields(RegionFacts))
UPDATED = [*(name for name in FACT_FIELDS if name != "code"), "source", "certainty", "checked_on", "load"]


def standing_regions(*, fictional: bool | None) -> dict[str, RegionFacts]:
    """Every region that holds today, by code."""
    rows = Region.objects.filter(valid_to__isnull=True)
    if fictional is not None:
        rows = rows.filter(fictional=fictional)
    return {row[0]: RegionFacts(*row) for row in rows.values_list(*FACT_FIELDS).iterator(BATCH)}


def write_regions(
    diff: RegionDiff, *, load: RegionLoad, as_of: date, first: bool, fictional: bool, certainty: str
) -> None:
    """Open, close and refresh rows as the diff says. The first table of all has no known start."""
    closing = [*(item.code for item in diff.renamed), *(item.code for item in diff.vanished)]
    successors = {item.code: ";".join(item.successors) for item in diff.vanished}
    closed = []
    for row in _current(closing, fictional):
        row.valid_to = as_of - timedelta(days=1)
        row.successors = successors.get(row.code, row.code)[:250]
        closed.append(row)
    Region.objects.bulk_update(closed, ["valid_to", "successors"], batch_size=500)
    opening = [*(fact.code for fact in diff.added), *(item.code for item in diff.renamed)]
    shared = {"source": load.source, "certainty": certainty, "load": load, "fictional": fictional}
    Region.objects.bulk_create(
        (
            Region(**_as_facts(diff.facts[code]), **shared, valid_from=None if first else as_of)
            for code in opening
        ),
        batch_size=BATCH,
    )
    refreshed = []
    for row in _current(diff.refreshed, fictional):
        for name, value in (_as_facts(diff.facts[row.code]) | shared).items():
            setattr(row, name, value)
        refreshed.append(row)
    Region.objects.bulk_create(
        refreshed, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=UPDATED
    )


def _as_facts(fact: RegionFacts) -> dict[str, Any]:
    return {name: getattr(fact, name) for name in FACT_FIELDS}


def _current(codes: list[str] | tuple[str, ...], fictional: bool) -> list[Region]:
    rows = Region.objects.filter(valid_to__isnull=True, fictional=fictional)
    found: list[Region] = []
    for start in range(0, len(codes), 500):
        found += rows.filter(code__in=codes[start : start + 500])
    return found


def changed_outlines(outlines: tuple[Outline, ...]) -> tuple[Outline, ...]:
    """The outlines that differ from those that are loaded."""
    known = dict(RegionBoundary.objects.values_list("code", "geometry"))
    return tuple(outline for outline in outlines if known.get(outline.code) != outline.geometry)


def write_outlines(outlines: tuple[Outline, ...], *, load: RegionLoad, certainty: str) -> None:
    RegionBoundary.objects.bulk_create(
        (
            RegionBoundary(**asdict(outline), source=load.source, certainty=certainty, load=load)
            for outline in outlines
        ),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["geometry", "west", "south", "east", "north", "source", "certainty", "load"],
    )
