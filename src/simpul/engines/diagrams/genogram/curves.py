"""Lines of feeling: smooth, doubled, tripled, zigzag, each told from the others without colour."""

from __future__ import annotations

import itertools
from math import hypot

from simpul.engines.diagrams.genogram.routing import Point

Curve = list[Point]


def arc_over(x1: float, x2: float, top: float, height: float) -> Curve:
    """From the top of one symbol over the row to the top of another."""
    return _bezier((x1, top), (x1, top - height * 4 / 3), (x2, top - height * 4 / 3), (x2, top))


def bow(start: Point, end: Point, bend: float, near: float) -> Curve:
    """A slightly bent line between two symbols that stops short of both."""
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    first = (x1 + ux * near, y1 + uy * near)
    last = (x2 - ux * near, y2 - uy * near)
    middle = ((x1 + x2) / 2 - uy * bend, (y1 + y2) / 2 + ux * bend)
    return _bezier(first, middle, middle, last)


def _bezier(a: Point, b: Point, c: Point, d: Point, pieces: int = 48) -> Curve:
    curve: Curve = []
    for number in range(pieces + 1):
        t = number / pieces
        s = 1 - t
        weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        curve.append(
            (
                sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
            )
        )
    return curve


def beside(curve: Curve, distance: float) -> Curve:
    """The same line, so far to the side."""
    return [_aside(curve, number, distance) for number in range(len(curve))]


def _aside(curve: Curve, number: int, distance: float) -> Point:
    before, after = curve[max(0, number - 1)], curve[min(len(curve) - 1, number + 1)]
    dx, dy = after[0] - before[0], after[1] - before[1]
    length = hypot(dx, dy) or 1.0
    x, y = curve[number]
    return (x - dy / length * distance, y + dx / length * distance)


def _even(curve: Curve, step: float) -> Curve:
    """Points at even distances along the line."""
    points, left = [curve[0]], step
    for (x1, y1), (x2, y2) in itertools.pairwise(curve):
        length = hypot(x2 - x1, y2 - y1)
        gone = 0.0
        while length - gone >= left:
            gone += left
            points.append((x1 + (x2 - x1) * gone / length, y1 + (y2 - y1) * gone / length))
            left = step
        left -= length - gone
    points.append(curve[-1])
    return points


def zigzag(curve: Curve, step: float = 6, swing: float = 4) -> Curve:
    """A line that cannot be mistaken for peace."""
    points = _even(curve, step)
    inner = [_aside(points, n, swing if n % 2 else -swing) for n in range(1, len(points) - 1)]
    return [points[0], *inner, points[-1]]


def middle_cut(curve: Curve, gap: float = 6) -> tuple[Curve, Curve, list[tuple[Point, Point]]]:
    """Two halves with a gap between, and the two bars that stand at the gap."""
    points = _even(curve, 2)
    half = len(points) // 2
    reach = max(1, round(gap / 2))
    first, last = points[: max(1, half - reach) + 1], points[half + reach :]
    bars = []
    for number in (max(1, half - reach), min(len(points) - 1, half + reach)):
        bars.append((_aside(points, number, 7), _aside(points, number, -7)))
    return first, last or [points[-1]], bars


def arrow_head(curve: Curve, size: float = 9) -> tuple[Point, Point, Point]:
    """A filled head at the end of the line."""
    points = _even(curve, 2)
    tip = points[-1]
    back = points[max(0, len(points) - 1 - round(size / 2))]
    dx, dy = tip[0] - back[0], tip[1] - back[1]
    length = hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    root = (tip[0] - ux * size, tip[1] - uy * size)
    half = size * 0.55
    return tip, (root[0] - uy * half, root[1] + ux * half), (root[0] + uy * half, root[1] - ux * half)
