#!/usr/bin/env python3
"""Makes the fictional regency of the demo: names, numbers, outlines. Same seed, same files.

Kabupaten Tirtamaya (35.69) does not exist: no region of the country carries its name or its code, and it
lies in open sea. Writes reference/demo-regency/regions.csv and boundaries.geojson. Standard library only.
"""

from __future__ import annotations

import csv
import heapq
import itertools
import json
import math
import random
from collections.abc import Iterable
from pathlib import Path

SEED = "tirtamaya"
PROVINCE, REGENCY, REGENCY_NAME = "35", "35.69", "Kabupaten Tirtamaya"
VILLAGES, DISTRICTS, RESIDENTS = 300, 20, 412_000
CENTRE_LAT, CENTRE_LNG, RADIUS = -6.05, 113.75, 0.0135
HERE = Path(__file__).resolve().parents[1] / "reference" / "demo-regency"

Cell = tuple[int, int]
Corner = tuple[int, int]
Point = tuple[float, float]

FIRST = (
    "Sido", "Wono", "Karang", "Sumber", "Tegal", "Banjar", "Kali", "Kedung", "Rejo", "Tirto", "Mulyo",
    "Margo", "Argo", "Jati", "Randu", "Pucang", "Wringin", "Sendang", "Guno", "Purwo", "Suko", "Tambak",
    "Gading", "Kembang", "Padang", "Bumi", "Tanjung", "Watu", "Pandan", "Bendo", "Gondang", "Ngampel",
)  # fmt: skip
SECOND = (
    "rejo", "sari", "mulyo", "agung", "asri", "harjo", "kerto", "dadi", "makmur", "jaya", "anyar", "wetan",
    "kulon", "lor", "kidul", "tengah", "raya", "indah", "luhur", "wangi", "arum", "gede", "joyo", "sono",
)  # fmt: skip
APART = {"anyar", "wetan", "kulon", "lor", "kidul", "tengah", "raya", "indah", "gede"}
DISTRICT_NAMES = (
    "Tirtamaya Kota", "Wanarukmi", "Karanglayar", "Giripandan", "Sendangweni", "Banjarlaya", "Jatiluhung",
    "Tegalwangsa", "Kaliwening", "Sumberlaras", "Watujajar", "Pandansimpang", "Rukmajaya", "Argolaras",
    "Tanjungrukmi", "Kedungwening", "Purwalaya", "Gondangsari Timur", "Bendakerta", "Tambaklaras",
)  # fmt: skip
REPEATED = ("Sidomulyo", "Sumbersari", "Karanganyar", "Tegalrejo", "Wonosari")


def seeded(*parts: object) -> random.Random:
    """Chance that depends only on what it is for, so that one change does not shift everything."""
    return random.Random(":".join(map(str, (SEED, *parts))))  # noqa: S311


# --- geometry: a honeycomb whose corners and edges are bent --------------------------------------------


def neighbours(cell: Cell) -> list[Cell]:
    q, r = cell
    return [(q + 1, r), (q, r + 1), (q - 1, r + 1), (q - 1, r), (q, r - 1), (q + 1, r - 1)]


def middle(cell: Cell) -> Point:
    q, r = cell
    return math.sqrt(3) * (q + r / 2), 1.5 * r


def corner_keys(cell: Cell) -> list[Corner]:
    """The six corners; neighbours name a shared corner alike."""
    x, y = middle(cell)
    turns = (math.radians(60 * k - 30) for k in range(6))
    return [(round((x + math.cos(turn)) * 100), round((y + math.sin(turn)) * 100)) for turn in turns]


def place(corner: Corner) -> Point:
    chance = seeded("corner", corner)
    return corner[0] / 100 + chance.uniform(-0.28, 0.28), corner[1] / 100 + chance.uniform(-0.28, 0.28)


def bent(a: Point, b: Point, depth: int, chance: random.Random) -> list[Point]:
    """The way from a to b (without b), each half pushed aside a little."""
    if depth == 0:
        return [a]
    side = chance.uniform(-0.17, 0.17)
    half = ((a[0] + b[0]) / 2 - (b[1] - a[1]) * side, (a[1] + b[1]) / 2 + (b[0] - a[0]) * side)
    return bent(a, half, depth - 1, chance) + bent(half, b, depth - 1, chance)


def on_earth(point: Point) -> Point:
    """Degrees, longitude first; a degree of longitude is a little shorter than one of latitude."""
    lng = CENTRE_LNG + point[0] * RADIUS / math.cos(math.radians(CENTRE_LAT))
    return round(lng, 4), round(CENTRE_LAT - point[1] * RADIUS, 4)


class Edges:
    """The bent border between two corners, the same from both sides; coasts are more ragged."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        seen: dict[tuple[Corner, Corner], int] = {}
        for cell in cells:
            for pair in self.pairs(cell):
                key = min(pair), max(pair)
                seen[key] = seen.get(key, 0) + 1
        self.owners = seen
        self.drawn: dict[tuple[Corner, Corner], list[Point]] = {}

    @staticmethod
    def pairs(cell: Cell) -> list[tuple[Corner, Corner]]:
        keys = corner_keys(cell)
        return list(zip(keys, keys[1:] + keys[:1], strict=True))

    def points(self, a: Corner, b: Corner) -> list[Point]:
        """Points from a up to, but without, b."""
        key = min(a, b), max(a, b)
        if key not in self.drawn:
            depth = 3 if self.owners[key] == 1 else 2
            start, end = place(key[0]), place(key[1])
            line = [*bent(start, end, depth, seeded("edge", key)), end]
            self.drawn[key] = [on_earth(point) for point in line]
        line = self.drawn[key]
        return line[:-1] if a == key[0] else line[:0:-1]


def grown_island() -> list[Cell]:
    """The cells of the island: grown from the middle, cheapest first, so that it hangs together."""
    waves = [(seeded("wave", k).uniform(0, math.tau), 2 + k, 0.22 / (k + 1)) for k in range(5)]

    def cost(cell: Cell) -> float:
        x, y = middle(cell)
        turn = math.atan2(y, x)
        reach = 1 + sum(height * math.sin(rate * turn + shift) for shift, rate, height in waves)
        return math.hypot(x / 1.35, y) / reach

    island: set[Cell] = set()
    queue: list[tuple[float, Cell]] = [(0.0, (0, 0))]
    queued = {(0, 0)}
    while len(island) < VILLAGES:
        _cost, cell = heapq.heappop(queue)
        island.add(cell)
        for other in neighbours(cell):
            if other not in queued:
                queued.add(other)
                heapq.heappush(queue, (cost(other), other))
    return sorted(island)


def districts_of(cells: list[Cell]) -> dict[Cell, int]:
    """Twenty connected districts: seeds far from one another, the smallest grows first."""
    seeds = [(0, 0)]
    while len(seeds) < DISTRICTS:
        seeds.append(max(cells, key=lambda cell: min(math.dist(middle(cell), middle(s)) for s in seeds)))
    home = {cell: number for number, cell in enumerate(seeds)}
    free = set(cells) - set(seeds)
    while free:
        sizes = [sum(number == n for number in home.values()) for n in range(DISTRICTS)]
        for number in sorted(range(DISTRICTS), key=sizes.__getitem__):
            mine = [cell for cell, n in home.items() if n == number]
            edge = {other for cell in mine for other in neighbours(cell)} & free
            if edge:
                start = middle(seeds[number])
                taken = min(edge, key=lambda cell: (math.dist(middle(cell), start), cell))
                home[taken] = number
                free.discard(taken)
                break
    return home


def outline(cells: set[Cell], edges: Edges) -> list[list[Point]]:
    """The rings around a group of cells, the longest first."""
    once: dict[Corner, list[Corner]] = {}
    every = {pair for cell in cells for pair in Edges.pairs(cell)}
    for a, b in sorted(every):
        if (b, a) not in every:
            once.setdefault(a, []).append(b)
    rings = []
    while once:
        first = here = min(once)
        ring: list[Point] = []
        while True:
            following = once[here].pop()
            if not once[here]:
                del once[here]
            ring += edges.points(here, following)
            here = following
            if here == first:
                break
        rings.append([*ring, ring[0]][::-1])
    return sorted(rings, key=len, reverse=True)


def centroid(ring: list[Point]) -> Point:
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return round(x / (3 * area), 5), round(y / (3 * area), 5)


# --- names and people ------------------------------------------------------------------------------------


def village_names() -> list[str]:
    """Three hundred names; a few come back in several districts, as they do in life."""
    chance = seeded("names")
    every = [
        f"{first} {second.title()}" if second in APART else f"{first}{second}"
        for first in FIRST
        for second in SECOND
        if first.lower() != second
    ]
    chance.shuffle(every)
    names = [name for name in every if name not in REPEATED][: VILLAGES - 4 * len(REPEATED)]
    names += [name for name in REPEATED for _time in range(4)]
    chance.shuffle(names)
    return names


def shares(cells: list[Cell], home: dict[Cell, int]) -> dict[Cell, int]:
    """The regency's residents spread over its villages: more in the town, less at the edges. Synthetic."""
    weight = {}
    for cell in cells:
        town = 2.6 if home[cell] == 0 else 1.0
        weight[cell] = town * seeded("people", cell).lognormvariate(0, 0.42)
    whole = sum(weight.values())
    return {cell: round(RESIDENTS * part / whole) for cell, part in weight.items()}


def rows_and_features() -> tuple[list[list[object]], list[dict[str, object]]]:
    cells = grown_island()
    home, edges, names = districts_of(cells), Edges(cells), iter(village_names())
    people = shares(cells, home)
    rows: list[list[object]] = []
    features: list[dict[str, object]] = []

    def add(code: str, name: str, group: set[Cell]) -> None:
        rings = outline(group, edges)
        lng, lat = centroid(rings[0])
        rows.append([code, name, lat, lng, sum(people[cell] for cell in group)])
        geometry = {"type": "Polygon", "coordinates": rings}
        features.append({"type": "Feature", "properties": {"code": code}, "geometry": geometry})

    add(REGENCY, REGENCY_NAME, set(cells))
    used: dict[str, set[str]] = {}
    for number in range(DISTRICTS):
        code = f"{REGENCY}.{number + 1:02d}"
        mine = sorted(cell for cell in cells if home[cell] == number)
        add(code, DISTRICT_NAMES[number], set(mine))
        town = 8 if number == 0 else 0
        for place_number, cell in enumerate(mine, start=1):
            name = next(names)
            while name in used.setdefault(code, set()):
                name += " Baru"
            used[code].add(name)
            block = 1000 + place_number if place_number <= town else 2000 + place_number - town
            add(f"{code}.{block}", name, {cell})
    return rows, features


def main() -> None:
    """Write both files."""
    HERE.mkdir(parents=True, exist_ok=True)
    rows, features = rows_and_features()
    with (HERE / "regions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "name", "lat", "lng", "population"])
        writer.writerows(rows)
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    (HERE / "boundaries.geojson").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
