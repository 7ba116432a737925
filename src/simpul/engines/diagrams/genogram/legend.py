"""The legend explains only what the drawing uses."""

from __future__ import annotations

from collections.abc import Callable

from simpul.engines.diagrams.genogram import words
from simpul.engines.diagrams.genogram.facts import (
    GenogramPerson,
    ParentageKind,
    Sex,
    TieKind,
    UnionKind,
)
from simpul.engines.diagrams.genogram.family import Family
from simpul.engines.diagrams.genogram.lettering import wrap
from simpul.engines.diagrams.genogram.pen import Pen
from simpul.engines.diagrams.genogram.routing import Point
from simpul.engines.diagrams.genogram.symbols import (
    CHILD_DASH,
    UNION_DASH,
    draw_person,
    draw_tie,
    draw_union_marks,
)
from simpul.kernel.text import Text

Say = Callable[[Text], str]
Entry = tuple[Text, Callable[[Pen, Point], None]]
COLUMN = 224
ROW = 30
SAMPLE = 44


def _person(person: GenogramPerson) -> Callable[[Pen, Point], None]:
    return lambda pen, at: draw_person(pen, person, at, "", radius=10)


def _union(kind: UnionKind) -> Callable[[Pen, Point], None]:
    def draw(pen: Pen, at: Point) -> None:
        pen.line(((at[0] - 20, at[1]), (at[0] + 20, at[1])), "gg-union", dash=UNION_DASH.get(kind, ""))
        draw_union_marks(pen, kind, (at[0] + 11, at[1]))

    return draw


def _parentage(kind: ParentageKind) -> Callable[[Pen, Point], None]:
    def draw(pen: Pen, at: Point) -> None:
        pen.line(((at[0], at[1] - 11), (at[0], at[1] + 11)), "gg-descent", dash=CHILD_DASH.get(kind, ""))

    return draw


def _tie(kind: TieKind) -> Callable[[Pen, Point], None]:
    def draw(pen: Pen, at: Point) -> None:
        draw_tie(pen, kind, [(at[0] - 20 + 4 * step, at[1]) for step in range(11)])

    return draw


def _household(pen: Pen, at: Point) -> None:
    x, y = at
    corners = ((x - 16, y - 9), (x + 16, y - 9), (x + 16, y + 9), (x - 16, y + 9))
    pen.closed(corners, "gg-household", dash="2 5")


def _twins(pen: Pen, at: Point) -> None:
    x, y = at
    pen.line(((x - 10, y + 9), (x, y - 9), (x + 10, y + 9)), "gg-descent")


def entries(family: Family) -> list[Entry]:
    """What stands in the legend, in a fixed order."""
    people = list(family.persons.values())
    found: list[Entry] = []
    for sex, text in ((Sex.FEMALE, words.WOMAN), (Sex.MALE, words.MAN), (Sex.UNKNOWN, words.SEX_NOT_KNOWN)):
        if any(person.sex is sex and not person.unborn for person in people):
            found.append((text, _person(GenogramPerson("", "", sex))))
    index = next((person for person in people if person.index), None)
    if index is not None:
        found.append((words.INDEX, _person(GenogramPerson("", "", index.sex, index=True))))
    if any(person.has_died for person in people):
        found.append((words.DIED, _person(GenogramPerson("", "", Sex.MALE, dead=True))))
    if any(person.pregnant for person in people):
        found.append((words.PREGNANT, _person(GenogramPerson("", "", Sex.FEMALE, pregnant=True))))
    if any(person.unborn for person in people):
        found.append((words.NOT_YET_BORN, _person(GenogramPerson("", "", unborn=True))))
    unions = {union.kind for union in family.unions}
    found += [(words.UNION_LEGEND[kind], _union(kind)) for kind in UnionKind if kind in unions]
    kinds = {descent.kind for descent in (*family.descents.values(), *family.cares)}
    found += [(words.PARENTAGE_LEGEND[kind], _parentage(kind)) for kind in ParentageKind if kind in kinds]
    if family.twins:
        found.append((words.TWINS, _twins))
    ties = {tie.kind for tie in family.ties}
    found += [(words.TIE_LEGEND[kind], _tie(kind)) for kind in TieKind if kind in ties]
    if family.households:
        found.append((words.HOUSEHOLD, _household))
    return found


def draw_legend(pen: Pen, family: Family, say: Say, *, left: float, top: float, width: float) -> float:
    """Draws the legend in columns and returns its height."""
    shown = entries(family)
    columns = max(1, int(width // COLUMN))
    rows = -(-len(shown) // columns)
    pen.text((left, top + 16), say(words.LEGEND), "gg-heading", size=13, anchor="start")
    for number, (text, draw) in enumerate(shown):
        x = left + (number // rows) * COLUMN
        y = top + 44 + (number % rows) * ROW
        draw(pen, (x + 22, y))
        lines = wrap(say(text), COLUMN - SAMPLE - 16, 2)
        for line_number, line in enumerate(lines):
            shift = 4 + (line_number - (len(lines) - 1) / 2) * 14
            pen.text((x + SAMPLE + 8, y + shift), line, "gg-legend", anchor="start")
    return 44 + rows * ROW
