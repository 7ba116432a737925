"""The lines of descent and union: which lane each takes, so that none runs over another or over a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simpul.engines.diagrams.genogram.facts import ParentageKind, Union
from simpul.engines.diagrams.genogram.family import Family
from simpul.engines.diagrams.genogram.lettering import wrap
from simpul.engines.diagrams.genogram.places import STEP, place_persons
from simpul.engines.diagrams.genogram.rows import order_rows

Point = tuple[float, float]
RADIUS = 22
GUTTER = 62
LABEL_ROOM = 108
LINE = 15
LANE = 12
ARC = 16


@dataclass(frozen=True)
class Route:
    """A line of straight pieces."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class UnionRoute:
    union: Union
    route: Route
    mark: Point  # where slashes and years stand
    anchor: Point  # where the children hang


@dataclass(frozen=True)
class ChildRoute:
    kind: ParentageKind
    route: Route


@dataclass(frozen=True)
class Plan:
    """Everything with its place; the pen only has to follow."""

    family: Family
    x: dict[str, int]
    y: dict[str, int]  # middle of the symbol
    labels: dict[str, tuple[str, ...]]
    unions: tuple[UnionRoute, ...]
    children: tuple[ChildRoute, ...]
    arcs: dict[int, int]  # tie number -> height of its arc over the row
    width: int
    height: int
    lines: int  # lines of the longest label


def lanes_of(spans: Iterable[tuple[float, float]]) -> list[int]:
    """A lane for each span, so that spans in one lane do not touch."""
    taken: list[list[tuple[float, float]]] = []
    lanes: list[int] = []
    for start, end in spans:
        low, high = min(start, end) - 6, max(start, end) + 6
        for number, lane in enumerate(taken):
            if all(high <= other[0] or low >= other[1] for other in lane):
                lane.append((low, high))
                lanes.append(number)
                break
        else:
            taken.append([(low, high)])
            lanes.append(len(taken) - 1)
    return lanes


class _Planner:
    def __init__(self, family: Family) -> None:
        self.family = family
        rows = order_rows(family)
        self.x = place_persons(family, rows)
        self.lines = [[person for block in blocks for person in block] for blocks in rows]
        self.spot = {person: number for line in self.lines for number, person in enumerate(line)}
        self.labels = {person: self._label(person) for person in family.persons}
        self.siblings = {
            (parents, family.level[child]): [c for c in children if family.level[c] == family.level[child]]
            for parents, children in family.siblings().items()
            for child in children
        }
        self.arcs: dict[int, int] = {}
        self.union_lane: dict[int, int] = {}
        self.child_lane: dict[tuple[tuple[str, ...], int], int] = {}
        self.lane_top: list[int] = []
        self.child_top: list[int] = []
        self.y: dict[str, int] = {}

    def _label(self, person: str) -> tuple[str, ...]:
        facts = self.family.persons[person]
        lines = wrap(self.family.names[person], LABEL_ROOM, 2)
        if facts.has_died:
            return (*lines, f"{facts.birth_year or '?'}–{facts.death_year or '?'}")
        return lines if facts.birth_year is None else (*lines, str(facts.birth_year))

    def _adjacent(self, union: Union) -> bool:
        level = self.family.level
        same = level[union.first] == level[union.second]
        return same and abs(self.spot[union.first] - self.spot[union.second]) == 1

    def _first_union(self, number: int) -> bool:
        pair = {self.family.unions[number].first, self.family.unions[number].second}
        return all({union.first, union.second} != pair for union in self.family.unions[:number])

    def direct(self, number: int) -> bool:
        """Neighbours are joined by a straight line; everybody else by a lane under the names."""
        return self._adjacent(self.family.unions[number]) and self._first_union(number)

    def choose_lanes(self) -> list[tuple[int, int, int]]:
        """Per row: lanes of arcs above it, of unions below it, of siblings above it."""
        counts = []
        for row in range(len(self.lines)):
            counts.append((self._arc_lanes(row), self._union_lanes(row), self._child_lanes(row)))
        return counts

    def _arc_lanes(self, row: int) -> int:
        level, ties = self.family.level, self.family.ties
        here = [n for n, tie in enumerate(ties) if level[tie.source] == level[tie.target] == row]
        here.sort(key=lambda n: abs(self.x[ties[n].source] - self.x[ties[n].target]))
        lanes = lanes_of((self.x[ties[n].source], self.x[ties[n].target]) for n in here)
        self.arcs.update(zip(here, lanes, strict=True))
        return 1 + max(lanes, default=-1)

    def _union_lanes(self, row: int) -> int:
        level, unions = self.family.level, self.family.unions
        here = [
            number
            for number, union in enumerate(unions)
            if min(level[union.first], level[union.second]) == row and not self.direct(number)
        ]
        here.sort(key=lambda n: abs(self.x[unions[n].first] - self.x[unions[n].second]))
        lanes = lanes_of((self.x[unions[n].first], self.x[unions[n].second]) for n in here)
        self.union_lane.update(zip(here, lanes, strict=True))
        return 1 + max(lanes, default=-1)

    def _child_lanes(self, row: int) -> int:
        here = [key for key in self.siblings if key[1] == row]
        spans = []
        for key in here:
            ends = [self.x[person] for person in (*key[0], *self.siblings[key])]
            spans.append((float(min(ends)), float(max(ends))))
        lanes = lanes_of(spans)
        self.child_lane.update(zip(here, lanes, strict=True))
        return 1 + max(lanes, default=-1)

    def place_rows(self) -> int:
        """The height of every row and lane; returns where the drawing ends."""
        at = 0
        most = max(len(label) for label in self.labels.values())
        for line, (arcs, unions, children) in zip(self.lines, self.choose_lanes(), strict=True):
            at += 8 if children else 0
            self.child_top.append(at)
            at += children * LANE + (arcs * ARC + 14 if arcs else 12)
            middle = at + RADIUS
            for person in line:
                self.y[person] = middle
            at = middle + RADIUS + 6 + most * LINE + 6
            self.lane_top.append(at)
            at += unions * LANE + 8
        return at

    def union_route(self, number: int) -> UnionRoute:
        union = self.family.unions[number]
        one, other = sorted((union.first, union.second), key=lambda person: (self.x[person], person))
        (x1, y1), (x2, y2) = ((self.x[person], self.y[person]) for person in (one, other))
        if self.direct(number):
            middle = ((x1 + x2) / 2, float(y1))
            return UnionRoute(union, Route(((x1 + RADIUS, y1), (x2 - RADIUS, y2))), middle, middle)
        lane = self.union_lane[number]
        row = min(self.family.level[union.first], self.family.level[union.second])
        down = self.lane_top[row] + lane * LANE
        dip = 10 + 4 * (lane % 3)
        out, back = x1 + GUTTER, x2 - GUTTER
        if back < out:
            back = x2 + GUTTER
        side = x2 + (RADIUS - 4 if back > x2 else 4 - RADIUS)
        points = (
            (x1 + RADIUS - 4, y1 + dip),
            (out, y1 + dip),
            (out, down),
            (back, down),
            (back, y2 + dip),
            (side, y2 + dip),
        )
        middle = ((out + back) / 2, float(down))
        return UnionRoute(union, Route(points), middle, middle)

    def _clear(self, x: float, upper: int, lower: int) -> float:
        """The nearest place for a long way down that meets no symbol or name in the rows between."""
        between = [self.x[person] for line in self.lines[upper + 1 : lower] for person in line]
        choices = [x, *(at + side for at in between for side in (-GUTTER - 4, GUTTER + 4))]
        free = [at for at in choices if all(abs(at - other) >= GUTTER for other in between)]
        return min(free, key=lambda at: (abs(at - x), at)) if free else x

    def child_routes(self, anchors: dict[tuple[str, ...], tuple[Point, int]]) -> Iterable[ChildRoute]:
        for (parents, row), children in self.siblings.items():
            start: tuple[Point, ...]
            if parents in anchors:
                (ax, ay), upper = anchors[parents]
                start = ((ax, ay),)
            else:
                parent = parents[0]
                upper = self.family.level[parent]
                ax, ay = self.x[parent] + GUTTER, self.y[parent] - 8
                start = ((self.x[parent] + RADIUS - 4, ay), (ax, ay))
            bar = self.child_top[row] + self.child_lane[(parents, row)] * LANE
            way = self._clear(ax, upper, row)
            if way != ax:
                turn = self.lane_top[upper] - 3
                start = (*start, (ax, turn), (way, turn))
            for child in children:
                kind = self.family.descents[child].kind
                foot = self._foot(child)
                tail = ((foot, bar), (self.x[child], self.y[child] - RADIUS))
                yield ChildRoute(kind, Route((*start, (way, bar), *tail)))

    def _foot(self, child: str) -> float:
        """Where the child's line leaves the sibling bar: twins share one point."""
        for group in self.family.twins:
            if child in group:
                return sum(self.x[person] for person in group) / len(group)
        return self.x[child]


def plan_genogram(family: Family) -> Plan:
    """Places and routes of a family; the same family always gives the same plan."""
    planner = _Planner(family)
    height = planner.place_rows()
    unions = tuple(planner.union_route(number) for number in range(len(family.unions)))
    anchors: dict[tuple[str, ...], tuple[Point, int]] = {}
    for route in unions:
        pair = (route.union.first, route.union.second)
        row = min(family.level[pair[0]], family.level[pair[1]])
        anchors[pair] = anchors[pair[::-1]] = (route.anchor, row)
    children = tuple(planner.child_routes(anchors))
    width = max(planner.x.values()) + STEP
    return Plan(
        family=family,
        x={person: at + STEP // 2 for person, at in planner.x.items()},
        y=planner.y,
        labels=planner.labels,
        unions=tuple(_moved_union(route) for route in unions),
        children=tuple(ChildRoute(child.kind, _moved(child.route)) for child in children),
        arcs=planner.arcs,
        width=width,
        height=height,
        lines=max(len(label) for label in planner.labels.values()),
    )


def _moved(route: Route) -> Route:
    return Route(tuple((x + STEP // 2, y) for x, y in route.points))


def _moved_union(route: UnionRoute) -> UnionRoute:
    shift = STEP // 2
    return UnionRoute(
        route.union,
        _moved(route.route),
        (route.mark[0] + shift, route.mark[1]),
        (route.anchor[0] + shift, route.anchor[1]),
    )
