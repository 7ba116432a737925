"""The same barrier over many persons: by kind and one thing more, with what is too small hidden."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from simpul.advocacy import policies
from simpul.advocacy.choices import Dimension
from simpul.advocacy.counting import AREA_LEVELS, Words, areas_for, columns_for, kinds_on, meetings_in
from simpul.advocacy.rules.quarters import Quarter, closed, read
from simpul.advocacy.rules.suppression import Published, publish, publish_below
from simpul.advocacy.tables import Line, PersonTable, named
from simpul.kernel.actor import Actor, system_actor
from simpul.kernel.clock import today
from simpul.reference.queries.counting import LimitRow, counting_limit
from simpul.referral.models import Barrier
from simpul.safeguards.gate import note_in_audit, query
from simpul.workforce.models import Office

LIMIT = "smallest_cell"
MOST_COLUMNS = 10
SHOWN_QUARTERS = 4
# Here the very name of a small column could point at somebody: what a few were told, where a few went.
QUIET = frozenset({Dimension.RULE, Dimension.AGENCY, Dimension.AREA})


@dataclass(frozen=True)
class PatternOffice:
    """An office whose patterns one sees."""

    id: uuid.UUID
    name: str
    region_code: str


@dataclass(frozen=True)
class Pattern:
    """What was asked, and the table that answers it; none where too few persons are counted."""

    office: PatternOffice
    quarter: Quarter
    dimension: Dimension
    within: str
    limit: LimitRow
    table: PersonTable | None


@query(over=Office, reach=policies.pattern_reach, silent=True)
def pattern_offices(actor: Actor, offices: QuerySet[Office]) -> tuple[PatternOffice, ...]:
    """One's own first."""
    found = [PatternOffice(one.id, one.name, one.region_code) for one in offices.distinct().order_by("name")]
    return tuple(sorted(found, key=lambda one: one.id != actor.office_id))


@query(on=Office, reach=policies.pattern_reach)
def barrier_pattern(
    actor: Actor, office: Office, *, quarter: str = "", dimension: str = Dimension.KIND, within: str = ""
) -> Pattern:
    """``quarter``: one that has ended, else the last. ``within``: the region whose parts are compared.

    All persons of the office count, sealed ones too: leaving them out would show by difference who is.
    """
    asked = read(quarter, today()) or closed(today(), 1)[0]
    by = Dimension(dimension) if dimension in Dimension.values else Dimension.KIND
    within = within if by is Dimension.AREA and len(within) in AREA_LEVELS[:-1] else ""
    limit = counting_limit(system_actor(), code=LIMIT, on=asked.last)
    if by is Dimension.QUARTER:
        table = _over_quarters(office, asked)
    elif by is Dimension.AREA:
        table = _by_area(office, asked, within, limit.amount)
    else:
        found = meetings_in(office.id, asked)
        keys, names = columns_for(by, found, asked)
        table = _table(found, asked, keys, names, limit.amount, quiet=by in QUIET)
    note_in_audit(quarter=str(asked), dimension=by.value, within=within)
    shown = PatternOffice(office.id, office.name, office.region_code)
    return Pattern(shown, asked, by, within, limit, table)


def _table(
    found: list[Barrier],
    quarter: Quarter,
    keys: list[str],
    names: dict[str, Words],
    limit: int,
    *,
    quiet: bool,
) -> PersonTable | None:
    rows = kinds_on(quarter.last, found)
    told = publish(_counted(found, rows, keys, names), limit=limit, most=MOST_COLUMNS)
    return named(told, list(rows.items()), list(names.items()), quiet=quiet) if told else None


def _counted(
    found: list[Barrier], rows: dict[str, Words], keys: list[str], names: dict[str, Words]
) -> list[list[int]]:
    """Persons by kind and column."""
    count = Counter((one.kind, key) for one, key in zip(found, keys, strict=True))
    return [[count[kind, key] for key in names] for kind in rows]


def _by_area(office: Office, quarter: Quarter, within: str, limit: int) -> PersonTable | None:
    """Regencies; the districts of one; the villages of one: each below the table that shows it alone."""
    found = meetings_in(office.id, quarter)
    rows = kinds_on(quarter.last, found)
    told: Published | None = None
    names: dict[str, Words] = {}
    inside = ""
    for level in AREA_LEVELS:
        keys, finer = areas_for(found, level)
        if not inside:
            told = publish(_counted(found, rows, keys, finer), limit=limit, most=MOST_COLUMNS)
        elif told is not None and inside in names:
            chosen = [(one, key) for one, key in zip(found, keys, strict=True) if _lies_in(one, inside)]
            part, part_keys = [one for one, _key in chosen], [key for _one, key in chosen]
            finer = {code: words for code, words in finer.items() if code in part_keys}
            cells = _counted(part, rows, part_keys, finer)
            told = publish_below(told, list(names).index(inside), cells, limit=limit, most=MOST_COLUMNS)
        else:
            return None
        names = finer
        if inside == within:
            break
        inside = within[:level]
    return named(told, list(rows.items()), list(names.items()), quiet=True) if told else None


def _lies_in(one: Barrier, code: str) -> bool:
    return bool(one.case.region_code.startswith(code))


def _over_quarters(office: Office, last: Quarter) -> PersonTable | None:
    """Kinds over quarters: of each what its own table tells, no more; no sum runs over them."""
    quarters = [last]
    while len(quarters) < SHOWN_QUARTERS:
        quarters.insert(0, quarters[0].before)
    names: dict[str, Words] = {}
    told = {one: _kinds_in(office, one, names) for one in quarters}
    rows = [kind for kind in names if any(told[one].get(kind, 0) for one in quarters)]
    if not rows:
        return None
    return PersonTable(
        tuple(Line((names[kind],), kind) for kind in rows),
        tuple(Line((_quarter_words(one),), str(one)) for one in quarters),
        tuple(tuple(told[one].get(kind) for one in quarters) for kind in rows), (), (), None,
    )  # fmt: skip


def _kinds_in(office: Office, quarter: Quarter, names: dict[str, Words]) -> dict[str, int]:
    """The kinds that a quarter tells by themselves, as in its every table; nobody is told as 0."""
    found = meetings_in(office.id, quarter)
    rows = kinds_on(quarter.last, found)
    names.update(rows)
    limit = counting_limit(system_actor(), code=LIMIT, on=quarter.last).amount
    told = publish([[sum(one.kind == kind for one in found)] for kind in rows], limit=limit)
    if told is None:
        return {}
    somebody = {n for row in told.rows for n in row}
    alone = {kind: told.cell_of(n, 0) for n, kind in enumerate(rows)}
    nobody = {kind: 0 for n, kind in enumerate(rows) if n not in somebody}
    return {kind: value for kind, value in alone.items() if value} | nobody


def _quarter_words(one: Quarter) -> Words:
    return Words(f"Tw. {one.number} {one.year}", f"Q{one.number} {one.year}")
