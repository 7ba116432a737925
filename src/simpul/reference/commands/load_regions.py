"""Takes a region table into the map of the country."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now, today
from simpul.kernel.text import N_, Text
from simpul.reference.choices import Certainty
from simpul.reference.errors import RowFault, TableRefused
from simpul.reference.models import Region, RegionLoad
from simpul.reference.rules.boundaries import Outline, read_outlines
from simpul.reference.rules.region_diff import RegionDiff, RegionFacts, compare, facts_of
from simpul.reference.rules.region_table import RegionRow, orphans, read_table, stranded
from simpul.reference.tables.reading import title_rules
from simpul.reference.tables.region_records import (
    changed_outlines,
    standing_regions,
    write_outlines,
    write_regions,
)
from simpul.safeguards.gate import command, note_in_audit


@dataclass(frozen=True)
class RegionFiles:
    """What was brought: the text of the table and of the outlines, and where each came from."""

    source: str
    table: str = ""
    checksum: str = ""
    boundaries: str = ""
    boundaries_checksum: str = ""
    certainty: str = Certainty.READ


@dataclass(frozen=True)
class RegionReport:
    """What a load changes, or changed."""

    diff: RegionDiff | None
    outlines: int
    rows: int

    @property
    def empty(self) -> bool:
        return (self.diff is None or self.diff.empty) and not self.outlines


@command()
def load_regions(
    actor: Actor,
    *,
    files: RegionFiles,
    as_of: date | None = None,
    fictional: bool = False,
    dry_run: bool = False,
    only_missing: bool = False,
) -> RegionReport:
    """Stage the files against what stands and, unless it is a dry run, take them over as a whole.

    Any fault refuses everything. ``as_of`` is the day from which new names and numbers hold.
    """
    diff = rows = None
    standing = standing_regions(fictional=fictional)
    if files.table:
        rows, diff = _staged_table(files.table, standing, fictional=fictional, only_missing=only_missing)
    outlines = _staged_outlines(files.boundaries, set(standing) | set(diff.facts if diff else ()))
    report = RegionReport(diff, len(outlines), len(rows or ()))
    note_in_audit(rows=report.rows, outlines=report.outlines, dry_run=dry_run)
    if dry_run or report.empty:
        return report
    load = RegionLoad.objects.create(
        source=files.source[:250],
        checksum=files.checksum,
        boundaries_checksum=files.boundaries_checksum,
        rows=report.rows,
        counts={**(diff.counts() if diff else {}), "outlines": len(outlines)},
        loaded_by=actor.id,
        loaded_at=now(),
    )
    if diff is not None:
        first = not any(len(code) > 2 for code in standing)
        write_regions(
            diff,
            load=load,
            as_of=as_of or today(),
            first=first or only_missing,
            fictional=fictional,
            certainty=files.certainty,
        )
    write_outlines(outlines, load=load, certainty=files.certainty)
    return report


def _staged_table(
    text: str, standing: dict[str, RegionFacts], *, fictional: bool, only_missing: bool
) -> tuple[tuple[RegionRow, ...], RegionDiff]:
    table = read_table(text)
    above = standing_regions(fictional=None) if fictional else standing
    faults = [*table.faults, *(orphans(table.rows, above) if not table.faults else ())]
    if not fictional:
        faults += _clashes(table.rows)
    if faults:
        raise TableRefused(faults)
    rows = table.rows
    if only_missing:
        rows = tuple(row for row in rows if row.code not in standing)
    facts = facts_of(rows, above, title_rules())
    diff = compare(facts, {} if only_missing else standing, rows)
    if faults := stranded(rows, {gone.code for gone in diff.vanished}):
        raise TableRefused(faults)
    return rows, diff


def _clashes(rows: tuple[RegionRow, ...]) -> list[RowFault]:
    made_up = set(Region.objects.filter(fictional=True).values_list("code", flat=True))
    text = N_("Code %(code)s belongs to the made-up regency of the demo. Use an installation without it.")
    return [RowFault(row.row, Text(text, {"code": row.code})) for row in rows if row.code in made_up]


def _staged_outlines(text: str, known: set[str]) -> tuple[Outline, ...]:
    if not text:
        return ()
    outlines, faults = read_outlines(text, known)
    if faults:
        raise TableRefused(faults)
    return changed_outlines(outlines)
