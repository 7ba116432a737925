"""Where everybody stands: parents over the middle of their children, nobody closer than a label's width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simpul.engines.diagrams.genogram.family import Family
from simpul.engines.diagrams.genogram.rows import Block

STEP = 140
BETWEEN_BLOCKS = 24
ROUNDS = 80
SHRINK = 0.8  # families draw together until names would touch


def place_persons(family: Family, rows: list[list[Block]]) -> dict[str, int]:
    """The middle of each symbol, from left to right; the order of the rows is kept."""
    gaps = [_gaps(blocks) for blocks in rows]
    lines = [[person for block in blocks for person in block] for blocks in rows]
    x: dict[str, float] = {}
    for line, gap in zip(lines, gaps, strict=True):
        at = 0.0
        for person, before in zip(line, gap, strict=True):
            at += before
            x[person] = at
        middle = at / 2
        for person in line:
            x[person] -= middle
    siblings = family.siblings()
    for round_number in range(ROUNDS):
        order = range(len(lines)) if round_number % 2 == 0 else range(len(lines) - 1, -1, -1)
        for number in order:
            wishes = [_wish(family, siblings, x, person) for person in lines[number]]
            x.update(zip(lines[number], _nearest(wishes, gaps[number]), strict=True))
    left = min(x.values())
    return {person: int(at - left + 0.5) for person, at in x.items()}


def _gaps(blocks: Sequence[Block]) -> list[float]:
    """The least distance of each person from the one before."""
    gaps = [
        STEP + (BETWEEN_BLOCKS if number == 0 else 0) for block in blocks for number, _ in enumerate(block)
    ]
    return [0.0, *map(float, gaps[1:])]


def _wish(
    family: Family, siblings: Mapping[tuple[str, ...], list[str]], x: Mapping[str, float], person: str
) -> tuple[float, float]:
    """Where the person would like to stand, and how much it matters."""
    pulls: list[tuple[float, float]] = [(x[person], 0.1)]
    descent = family.descents.get(person)
    if descent is not None:
        group = siblings[descent.parents]
        own = sum(x[child] for child in group) / len(group)
        over = sum(x[parent] for parent in descent.parents) / len(descent.parents)
        pulls.append((over + (x[person] - own) * SHRINK, 1.0))
    for parents, children in siblings.items():
        if person in parents:
            own = sum(x[parent] for parent in parents) / len(parents)
            under = sum(x[child] for child in children) / len(children)
            pulls.append((under + (x[person] - own) * SHRINK, 1.0))
    for union in family.unions:
        if person in (union.first, union.second):
            other = union.second if union.first == person else union.first
            side = STEP if x[person] >= x[other] else -STEP
            pulls.append((x[other] + side, 0.6))
    if len(pulls) == 1:
        for tie in family.ties:
            if person in (tie.source, tie.target):
                pulls.append((x[tie.target if tie.source == person else tie.source], 0.5))
    weight = sum(heaviness for _at, heaviness in pulls)
    return sum(at * heaviness for at, heaviness in pulls) / weight, weight


def _nearest(wishes: Sequence[tuple[float, float]], gaps: Sequence[float]) -> list[float]:
    """The places nearest to the wishes (least squares) that keep order and distance: pooled neighbours."""
    pools: list[list[float]] = []  # weight, weighted sum, count
    offset, offsets = 0.0, []
    for (at, weight), gap in zip(wishes, gaps, strict=True):
        offset += gap
        offsets.append(offset)
        pools.append([weight, weight * (at - offset), 1])
        while len(pools) > 1 and pools[-2][1] / pools[-2][0] > pools[-1][1] / pools[-1][0]:
            last = pools.pop()
            pools[-1] = [one + other for one, other in zip(pools[-1], last, strict=True)]
    places: list[float] = []
    for weight, total, count in pools:
        places += [total / weight] * int(count)
    return [at + offset for at, offset in zip(places, offsets, strict=True)]
