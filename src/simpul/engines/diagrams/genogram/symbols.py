"""The symbols of persons and the patterns of unions, descent and ties, used by drawing and legend alike."""

from __future__ import annotations

from simpul.engines.diagrams.genogram.curves import (
    Curve,
    arrow_head,
    beside,
    middle_cut,
    zigzag,
)
from simpul.engines.diagrams.genogram.facts import (
    GenogramPerson,
    ParentageKind,
    Sex,
    TieKind,
    UnionKind,
)
from simpul.engines.diagrams.genogram.pen import Pen
from simpul.engines.diagrams.genogram.routing import RADIUS, Point

SHAPES = {Sex.FEMALE: "circle", Sex.MALE: "square", Sex.UNKNOWN: "diamond"}
UNION_DASH = {UnionKind.COHABITING: "7 5", UnionKind.UNRECORDED: "1 5"}
CHILD_DASH = {ParentageKind.ADOPTED: "10 4 2 4", ParentageKind.FOSTER: "2 4"}


def draw_person(pen: Pen, person: GenogramPerson, at: Point, age: str, radius: float = RADIUS) -> None:
    """The symbol alone: shape, doubled for the index person, cross for death, age inside."""
    x, y = at
    shape = "triangle" if person.unborn else SHAPES[person.sex]
    pen.shape(shape, at, radius, "gg-index" if person.index else "gg-person")
    if person.index:
        inner = radius - (7 if shape == "diamond" else 4.5)
        pen.shape(shape, at, inner, "gg-index-inner", filled=False)
    if person.has_died:
        arm = radius * (0.5 if shape == "diamond" else 0.68)
        for sign in (1, -1):
            pen.line(((x - arm, y - arm * sign), (x + arm, y + arm * sign)), "gg-died", width=1.6)
    if age and not person.unborn:
        pen.text((x, y + 4.5), age, "gg-age", size=13)
    elif person.sex is Sex.UNKNOWN and not person.unborn and not person.has_died:
        pen.text((x, y + 4.5), "?", "gg-age", size=13)
    if person.pregnant:
        pen.shape("triangle", (x + radius - 2, y + radius - 5), 7, "gg-pregnant")


def draw_union_marks(pen: Pen, kind: UnionKind, at: Point) -> None:
    """One slash: separated; two: divorced; a cross: ended by death."""
    x, y = at
    if kind in {UnionKind.SEPARATED, UnionKind.DIVORCED}:
        for shift in (-11.0,) if kind is UnionKind.SEPARATED else (-14.0, -8.0):
            pen.line(((x + shift - 4, y + 8), (x + shift + 4, y - 8)), "gg-slash", width=1.8)
    if kind is UnionKind.WIDOWED:
        for sign in (1, -1):
            pen.line(((x - 16, y - 5 * sign), (x - 6, y + 5 * sign)), "gg-slash", width=1.8)


def draw_tie(pen: Pen, kind: TieKind, curve: Curve) -> None:
    """Each kind has a pattern of its own; colour only repeats what the pattern says."""
    name = f"gg-tie gg-{kind.value.replace('_', '-')}"
    if kind is TieKind.CLOSE:
        for side in (2.2, -2.2):
            pen.line(beside(curve, side), name, width=1.2)
    elif kind is TieKind.VERY_CLOSE:
        for side in (4.0, 0.0, -4.0):
            pen.line(beside(curve, side), name, width=1.2)
    elif kind is TieKind.DISTANT:
        pen.line(curve, name, dash="1 6", width=1.8)
    elif kind is TieKind.CONFLICT:
        pen.line(zigzag(curve), name, width=1.4)
    elif kind is TieKind.VIOLENCE:
        pen.line(zigzag(curve, swing=5), name, width=2.2)
        pen.solid(arrow_head(curve, 12), name)
    elif kind is TieKind.CUT_OFF:
        first, last, bars = middle_cut(curve)
        pen.line(first, name, width=1.4)
        pen.line(last, name, width=1.4)
        for bar in bars:
            pen.line(bar, name, width=1.8)
    elif kind is TieKind.CARE:
        pen.line(curve, name, dash="9 4", width=1.4)
        pen.solid(arrow_head(curve), name)
