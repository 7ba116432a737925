"""Draws a genogram as one accessible SVG; the same facts always give the same bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import hypot
from typing import Literal

from simpul.engines.diagrams.genogram import words
from simpul.engines.diagrams.genogram.curves import Curve, arc_over, bow
from simpul.engines.diagrams.genogram.enclosure import enclosures
from simpul.engines.diagrams.genogram.facts import Genogram, ParentageKind
from simpul.engines.diagrams.genogram.family import Family, read_family
from simpul.engines.diagrams.genogram.legend import COLUMN, draw_legend
from simpul.engines.diagrams.genogram.lettering import cut, escaped, wrap
from simpul.engines.diagrams.genogram.pen import PRINT, SCREEN, Pen, number
from simpul.engines.diagrams.genogram.routing import ARC, LINE, RADIUS, Plan, plan_genogram
from simpul.engines.diagrams.genogram.symbols import (
    CHILD_DASH,
    UNION_DASH,
    draw_person,
    draw_tie,
    draw_union_marks,
)
from simpul.kernel.text import Text

Say = Callable[[Text], str]
MARGIN = 16
LEAST_WIDTH = 480
WIDE = 1400  # wider drawings are scrolled rather than made too small to read


def draw_genogram(
    genogram: Genogram,
    *,
    say: Say = str,
    ink: Literal["screen", "print"] = "screen",
    legend: Literal["below", "right", "none"] = "below",
    id_prefix: str = "genogram",
) -> str:
    """The drawing as SVG text; ``say`` translates, ``ink="print"`` gives literal black on white.

    The legend stands below on a screen; ``legend="right"`` suits a sheet of paper.
    """
    family = read_family(genogram)
    plan = plan_genogram(family)
    pen = Pen(PRINT if ink == "print" else SCREEN)
    width = max(plan.width + 2 * MARGIN, LEAST_WIDTH)
    left = (width - plan.width) / 2
    pen.add(f'<g transform="translate({number(left)} {MARGIN})">')
    _draw_households(pen, plan)
    _draw_descent(pen, plan)
    _draw_unions(pen, plan)
    _draw_ties(pen, plan)
    _draw_persons(pen, plan, say)
    pen.add("</g>")
    height: float = plan.height + 2 * MARGIN
    if legend != "none":
        pen.add('<g class="gg-legends" aria-hidden="true">')
        if legend == "below":
            height += draw_legend(pen, family, say, left=MARGIN, top=height, width=width - 2 * MARGIN)
        else:
            tall = draw_legend(pen, family, say, left=width, top=MARGIN, width=COLUMN)
            width, height = width + COLUMN, max(height, tall + 2 * MARGIN)
        pen.add("</g>")
    height += _draw_notes(pen, family, say, height, width - 2 * MARGIN)
    return _framed(pen, family, say, prefix=id_prefix, width=round(width), height=round(height + MARGIN))


def summary(family: Family) -> Text:
    return Text(words.SUMMARY, {"persons": len(family.persons), "generations": family.generations})


def _framed(pen: Pen, family: Family, say: Say, *, prefix: str, width: int, height: int) -> str:
    safe = "".join(sign for sign in prefix if sign.isalnum() or sign in "-_") or "genogram"
    name = "gg gg-wide" if width > WIDE else "gg"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{name}" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" role="group" aria-labelledby="{safe}-title"'
        f' aria-describedby="{safe}-desc" font-family="{pen.ink.font}">'
        f'<title id="{safe}-title">{escaped(say(words.TITLE))}</title>'
        f'<desc id="{safe}-desc">{escaped(say(summary(family)))}</desc>'
    )
    return head + "".join(pen.parts) + "</svg>"


def _draw_households(pen: Pen, plan: Plan) -> None:
    for count, home in enumerate(plan.family.households):
        inset = (count % 4) * 3
        borders = enclosures(plan, home.members, inset)
        pen.add('<g class="gg-home" aria-hidden="true">')
        for border in borders:
            pen.closed(border, "gg-household", dash="2 5")
        if home.label and borders:
            x, y = min(borders[0], key=lambda point: (point[1], point[0]))
            label = cut(home.label, 110, 11)
            pen.text((x + 6, y + 3), label, "gg-home-name", size=11, anchor="start")
        pen.add("</g>")


def _draw_descent(pen: Pen, plan: Plan) -> None:
    pen.add('<g class="gg-descents" aria-hidden="true">')
    for child in plan.children:
        pen.line(child.route.points, f"gg-descent gg-{child.kind.value}", dash=CHILD_DASH.get(child.kind, ""))
    pen.add("</g>")


def _draw_unions(pen: Pen, plan: Plan) -> None:
    pen.add('<g class="gg-unions" aria-hidden="true">')
    for route in plan.unions:
        kind = route.union.kind
        pen.line(route.route.points, f"gg-union gg-{kind.value}", dash=UNION_DASH.get(kind, ""))
        draw_union_marks(pen, kind, route.mark)
        years = words.union_years(route.union.since, route.union.until)
        if years:
            pen.text((route.mark[0], route.mark[1] - 10), years, "gg-years", size=10)
    pen.add("</g>")


def _draw_ties(pen: Pen, plan: Plan) -> None:
    pairs: Counter[frozenset[str]] = Counter()
    pen.add('<g class="gg-ties" aria-hidden="true">')
    for count, tie in enumerate(plan.family.ties):
        pair = frozenset((tie.source, tie.target))
        draw_tie(pen, tie.kind, _tie_curve(plan, tie.source, tie.target, count, pairs[pair]))
        pairs[pair] += 1
    for care in plan.family.cares:
        for parent in care.parents:
            pair = frozenset((parent, care.child))
            curve = _tie_curve(plan, parent, care.child, -1, pairs[pair])
            pairs[pair] += 1
            kind = care.kind.value
            dash = CHILD_DASH.get(care.kind, "") or CHILD_DASH[ParentageKind.FOSTER]
            pen.line(curve, f"gg-descent gg-{kind}", dash=dash)
    pen.add("</g>")


def _tie_curve(plan: Plan, source: str, target: str, count: int, repeat: int) -> Curve:
    """Over the row between neighbours of one generation, otherwise straight with a slight bend."""
    start, end = ((float(plan.x[person]), float(plan.y[person])) for person in (source, target))
    if start[1] == end[1] and count in plan.arcs:
        side = 6 if end[0] > start[0] else -6
        height = ARC * (plan.arcs[count] + 1)
        return arc_over(start[0] + side, end[0] - side, start[1] - RADIUS - 2, height)
    length = hypot(end[0] - start[0], end[1] - start[1])
    bend = min(26, 0.08 * length) + 14 * repeat
    turn = -1 if (source < target) != (repeat % 2 == 1) else 1
    return bow(start, end, bend * turn, RADIUS + 4)


def _draw_persons(pen: Pen, plan: Plan, say: Say) -> None:
    family = plan.family
    reading = sorted(family.persons, key=lambda person: (family.level[person], plan.x[person]))
    for key in reading:
        person, at = family.persons[key], (plan.x[key], plan.y[key])
        spoken = [say(words.person_sentence(person, family.names[key]))]
        if person.index:
            spoken.append(say(words.INDEX))
        if person.pregnant:
            spoken.append(say(words.PREGNANT))
        label = escaped("; ".join(spoken))
        pen.add(f'<g class="gg-symbol" role="img" tabindex="0" aria-label="{label}">')
        pen.add(f"<title>{label}</title>")
        draw_person(pen, person, at, "" if person.has_died else _age(person.age))
        for count, line in enumerate(plan.labels[key]):
            size = 11 if count and line[:1] in "?0123456789" else 12
            pen.text((at[0], at[1] + RADIUS + 16 + count * LINE), line, "gg-name", size=size)
        pen.add("</g>")


def _age(age: int | None) -> str:
    """The age, when it is known and makes sense."""
    return "" if age is None or not 0 <= age <= 130 else str(age)


def _draw_notes(pen: Pen, family: Family, say: Say, top: float, width: float) -> float:
    """What the record says that cannot be drawn as it is."""
    if not family.notes:
        return 0
    pen.add('<g class="gg-notes" aria-hidden="true">')
    pen.text((MARGIN, top + 18), say(words.NOTES), "gg-heading", size=13, anchor="start")
    at = 38.0
    for note in family.notes:
        for line in wrap(say(note), width, 4):
            pen.text((MARGIN, top + at), line, "gg-note", anchor="start")
            at += 16
    pen.add("</g>")
    return at
