"""The dotted line around those who live under one roof, which never takes in anybody else."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from simpul.engines.diagrams.genogram.routing import LINE, RADIUS, Plan, Point

PAD_X = 60
PAD_TOP = 9


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float


def enclosures(plan: Plan, members: tuple[str, ...], inset: float) -> list[list[Point]]:
    """Closed outlines around the members; neighbours and rows that touch are enclosed together."""
    return outline(_joined(_runs(plan, members, inset)))


def _runs(plan: Plan, members: tuple[str, ...], inset: float) -> list[list[Box]]:
    """For each row, boxes around members who stand next to one another."""
    inside = set(members)
    rows: dict[int, list[str]] = {}
    for person in plan.family.persons:
        rows.setdefault(plan.family.level[person], []).append(person)
    runs: list[list[Box]] = []
    for row in sorted(rows):
        boxes: list[Box] = []
        open_run = False
        for person in sorted(rows[row], key=plan.x.__getitem__):
            if person not in inside:
                open_run = False
                continue
            box = _box(plan, person, inset)
            if open_run:
                box = Box(boxes.pop().left, box.top, box.right, box.bottom)
            boxes.append(box)
            open_run = True
        runs.append(boxes)
    return runs


def _box(plan: Plan, person: str, inset: float) -> Box:
    x, y = plan.x[person], plan.y[person]
    bottom = y + RADIUS + 6 + plan.lines * LINE + 2
    return Box(x - PAD_X + inset, y - RADIUS - PAD_TOP + inset, x + PAD_X - inset, bottom - inset)


def _joined(runs: list[list[Box]]) -> list[Box]:
    """The boxes, and corridors between boxes of neighbouring rows that stand over one another."""
    boxes = [box for row in runs for box in row]
    for upper, lower in pairwise(runs):
        for above in upper:
            for below in lower:
                left, right = max(above.left, below.left), min(above.right, below.right)
                if right - left >= 24:
                    boxes.append(Box(left, above.bottom, right, below.top))
    return boxes


def outline(boxes: list[Box]) -> list[list[Point]]:
    """The closed borders of everything that the boxes cover."""
    xs = sorted({side for box in boxes for side in (box.left, box.right)})
    ys = sorted({side for box in boxes for side in (box.top, box.bottom)})

    def covered(column: int, row: int) -> bool:
        if not (0 <= column < len(xs) - 1 and 0 <= row < len(ys) - 1):
            return False
        x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
        return any(box.left < x < box.right and box.top < y < box.bottom for box in boxes)

    edges: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for column in range(len(xs) - 1):
        for row in range(len(ys) - 1):
            if not covered(column, row):
                continue
            corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
            sides = [(column, row - 1), (column + 1, row), (column, row + 1), (column - 1, row)]
            for number, (next_column, next_row) in enumerate(sides):
                if not covered(next_column, next_row):
                    edges.setdefault(corners[number], []).append(corners[(number + 1) % 4])
    borders: list[list[Point]] = []
    while edges:
        start = min(edges)
        path, at = [start], _take(edges, start)
        while at != start:
            path.append(at)
            at = _take(edges, at)
        borders.append([(xs[column], ys[row]) for column, row in _corners(path)])
    return borders


def _take(edges: dict[tuple[int, int], list[tuple[int, int]]], start: tuple[int, int]) -> tuple[int, int]:
    goal = edges[start].pop()
    if not edges[start]:
        del edges[start]
    return goal


def _corners(path: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Only the points where the border turns."""
    kept = []
    for before, at, after in zip([path[-1], *path[:-1]], path, [*path[1:], path[0]], strict=True):
        if not (before[0] == at[0] == after[0] or before[1] == at[1] == after[1]):
            kept.append(at)
    return kept
