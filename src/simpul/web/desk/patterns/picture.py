"""A pattern in the shapes that its page shows: a drawing, the table beside it, what is hidden and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.advocacy.choices import Dimension, FindingStatus
from simpul.advocacy.queries.findings import FindingRow
from simpul.advocacy.queries.patterns import Pattern
from simpul.advocacy.rules.quarters import Quarter, closed
from simpul.advocacy.tables import Line, PersonTable
from simpul.kernel.clock import today
from simpul.reference.choices import Certainty
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.bar_chart.props import Bar, BarChart
from simpul.web.ui.components.charts import Series
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.components.line_chart.props import LineChart
from simpul.web.ui.components.stacked_chart.props import StackedChart
from simpul.web.ui.components.tabs.props import Tab, Tabs
from simpul.web.ui.formats import count_of, day, month, short_day
from simpul.web.ui.language import reading_language

PARTS = 4  # as many colours as can be told apart, and one for what is hidden
QUARTERS = 8


def address(pattern: Pattern, **changed: str) -> str:
    """The page of this pattern with something else asked."""
    return f"{reverse('desk_patterns')}?{query_of(pattern, **changed)}"


def query_of(pattern: Pattern, **changed: str) -> str:
    asked = {
        "kantor": str(pattern.office.id), "triwulan": str(pattern.quarter),
        "menurut": pattern.dimension.value, "wilayah": pattern.within, **changed,
    }  # fmt: skip
    return urlencode({name: value for name, value in asked.items() if value})


def dimensions(pattern: Pattern) -> Tabs:
    return Tabs(
        _("Counted by"),
        tuple(
            Tab(
                str(one.label),
                address(pattern, menurut=one.value, wilayah=_begin(pattern, one)),
                one is pattern.dimension,
            )
            for one in Dimension
        ),
    )


def _begin(pattern: Pattern, dimension: Dimension) -> str:
    """Areas begin with the districts of the office's own regency."""
    return pattern.office.region_code[:5] if dimension is Dimension.AREA else ""


def quarters(pattern: Pattern) -> Tabs:
    """The quarters that have ended, the newest first."""
    known = closed(today(), QUARTERS)
    return Tabs(
        _("Quarter"),
        tuple(
            Tab(quarter_words(one), address(pattern, triwulan=str(one)), one == pattern.quarter)
            for one in known
        ),
    )


def quarter_words(quarter: Quarter) -> str:
    return _("quarter %(number)s of %(year)s") % {"number": quarter.number, "year": quarter.year}


def line_words(line: Line, others: str) -> str:
    """The name of a row or column; several are named together, or not at all where names could tell."""
    names = [name.said(reading_language()) for name in line.names]
    if not line.together:
        return names[0]
    return f"{others}: {', '.join(names)}" if names else others


def all_together(shown: PersonTable) -> bool:
    """Whether nothing but the kinds can be told."""
    return len(shown.columns) == 1 and shown.columns[0].together


def column_words(shown: PersonTable) -> list[str]:
    """The names of the columns. Where all stand together the column tells persons, and nothing beside."""
    if all_together(shown):
        return [_("Persons")]
    return [line_words(one, _("Others together")) for one in shown.columns]


def number(value: int | None) -> Cell:
    return Cell(_("hidden")) if value is None else Cell(count_of(value))


def table(shown: PersonTable, drill: dict[str, str] | None = None) -> DataTable:
    """Kinds down, the other thing across; the last row and column are totals, where there are any."""
    others, total = _("Together"), _("Persons")
    columns = [Column(_("Barrier"), main=True)]
    columns += [Column(words, end=True) for words in column_words(shown)]
    several = bool(shown.row_totals) and len(shown.columns) > 1
    if several:
        columns.append(Column(total, end=True))
    rows = []
    for n, line in enumerate(shown.rows):
        cells = [Cell(line_words(line, others)), *map(number, shown.cells[n])]
        rows.append((*cells, number(shown.row_totals[n])) if several else tuple(cells))
    if shown.column_totals:
        last = [Cell(_("All kinds")), *map(number, shown.column_totals)]
        rows.append((*last, number(shown.total)) if several else tuple(last))
    return DataTable(_("Persons by kind of barrier"), tuple(columns), tuple(rows))


def chart(shown: PersonTable, dimension: str) -> StackedChart | LineChart | BarChart:
    """Bars whose parts add up; with many columns only their totals; over quarters lines."""
    title = _("Persons by kind of barrier")
    rows = tuple(line_words(one, _("Together")) for one in shown.rows)
    names = tuple(column_words(shown))
    if dimension == Dimension.QUARTER:
        lines = tuple(Series(rows[n], shown.cells[n]) for n in range(min(len(rows), PARTS + 1)))
        return LineChart(title, names, lines, label_heading=_("Quarter"))
    if len(shown.columns) > PARTS:
        bars = tuple(Bar(name, value) for name, value in zip(names, shown.column_totals, strict=True))
        return BarChart(_("Persons, all kinds of barriers"), bars)
    parts = [Series(names[m], tuple(row[m] for row in shown.cells)) for m in range(len(names))]
    left = tuple(
        total - sum(value or 0 for value in row)
        for total, row in zip(shown.row_totals, shown.cells, strict=True)
    )
    if any(left):
        parts.append(Series(_("hidden"), left))
    return StackedChart(title, rows, tuple(parts), label_heading=_("Barrier"))


def areas_below(pattern: Pattern) -> tuple[tuple[str, str], ...]:
    """The areas that stand alone here and can be looked into, with the way back up."""
    if pattern.dimension is not Dimension.AREA:
        return ()
    found = []
    if pattern.within:
        up = pattern.within[:5] if len(pattern.within) > 5 else ""
        found.append((_("One level up"), address(pattern, wilayah=up)))
    if pattern.table and len(pattern.within) < 8:
        found += [
            (one.names[0].said(reading_language()), address(pattern, wilayah=one.key))
            for one in pattern.table.columns
            if one.key and not one.together
        ]
    return tuple(found)


def finding_table(rows: Sequence[FindingRow]) -> DataTable:
    """Findings in a list."""
    columns = (
        Column(_("Finding"), main=True), Column(_("State"), corner=True), Column(_("Office")),
        Column(_("Counted by"), plain=True), Column(_("Since"), plain=True),
    )  # fmt: skip
    return DataTable(
        _("Findings"),
        columns,
        tuple(
            (
                Cell(one.title, url=reverse("finding", args=[one.id]), note=one.reference),
                Cell(part=status_badge(one.status)),
                Cell(one.office),
                Cell(str(Dimension(one.dimension).label)),
                Cell(short_day(one.at)),
            )
            for one in rows
        ),
    )


def status_badge(status: str) -> Badge:
    return Badge(str(FindingStatus(status).label), "plain", "file-pen")


def question(asked: dict[str, object]) -> Facts:
    """The question behind frozen numbers, so that anybody can ask it again."""
    items = [
        Fact(_("Office"), str(asked["office"])),
        Fact(_("Noted from"), day(date.fromisoformat(str(asked["from"])))),
        Fact(_("Noted until"), day(date.fromisoformat(str(asked["to"])))),
        Fact(_("Counted by"), str(Dimension(str(asked["dimension"])).label)),
    ]
    if asked["within"]:
        items.append(Fact(_("Within the area"), str(asked["within"])))
    items += [
        Fact(_("Frozen on"), day(date.fromisoformat(str(asked["counted_on"])))),
        Fact(_("Smallest number shown"), str(asked["limit"]), note=certainty(str(asked["limit_certainty"]))),
    ]
    return Facts(tuple(items))


def certainty(code: str) -> str:
    """How far the limit can be relied on."""
    return str(Certainty(code).label) if code else ""


def months_of(quarter: Quarter) -> str:
    """Juli 2026 – September 2026."""
    return f"{month(quarter.first)} \N{EN DASH} {month(quarter.last)}"
