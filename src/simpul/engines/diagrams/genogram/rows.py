"""Who stands next to whom: siblings in birth order, partners at their side, few crossing lines."""

from __future__ import annotations

from collections.abc import Mapping

from simpul.engines.diagrams.genogram.facts import Sex
from simpul.engines.diagrams.genogram.family import Family

Block = list[str]
SWEEPS = 24


def order_rows(family: Family) -> list[list[Block]]:
    """The rows from the oldest generation down; each is a list of blocks that stay together."""
    rows = [_blocks(family, row) for row in range(family.generations)]
    best, least = rows, _cost(family, rows)
    for sweep in range(SWEEPS):
        rows = _swept(family, rows, upward=sweep % 2 == 1)
        cost = _cost(family, rows)
        if cost < least - 1e-9:
            best, least = rows, cost
    return best


def _blocks(family: Family, row: int) -> list[Block]:
    """Sibling groups with their partners, then couples and single persons without parents here."""
    members = [person for person in family.persons if family.level[person] == row]
    inside = set(members)
    placed: set[str] = set()
    partners = {person: _founding_partners(family, person, inside) for person in members}

    def spread(person: str) -> Block:
        placed.add(person)
        free = [other for other in partners[person] if other not in placed]
        left = (free if family.persons[person].sex is not Sex.MALE else []) if len(free) == 1 else free[:-1]
        right = [other for other in free if other not in left]
        placed.update(free)
        block = [person]
        for other in reversed(left):
            block = _outward(other, left=True) + block
        for other in right:
            block = block + _outward(other, left=False)
        return block

    def _outward(person: str, *, left: bool) -> Block:
        more = [other for other in partners[person] if other not in placed]
        placed.update(more)
        tail = [name for other in more for name in _outward(other, left=left)]
        return [*tail, person] if left else [person, *tail]

    blocks: list[Block] = []
    for children in family.siblings().values():
        here = [child for child in children if child in inside]
        block = [name for child in here for name in spread(child)]
        if block:
            blocks.append(block)
    rest = [person for person in members if person not in placed]
    for person in sorted(rest, key=lambda name: -len(partners[name])):
        if person not in placed:
            blocks.append(spread(person))
    return blocks


def _founding_partners(family: Family, person: str, inside: set[str]) -> list[str]:
    """Partners in this row who have no parents in the diagram, the earliest union first."""
    found: list[tuple[int, int, str]] = []
    for number, union in enumerate(family.unions):
        if person in (union.first, union.second):
            other = union.second if union.first == person else union.first
            if other in inside and other not in family.descents:
                found.append((union.since if union.since is not None else 9999, number, other))
    return list(dict.fromkeys(other for _since, _number, other in sorted(found)))


def _spread(rows: list[list[Block]]) -> dict[str, float]:
    """Places in a row counted from its middle, so that rows of different length compare."""
    place: dict[str, float] = {}
    for blocks in rows:
        row = [person for block in blocks for person in block]
        for number, person in enumerate(row):
            place[person] = number - (len(row) - 1) / 2
    return place


def _neighbours(family: Family, *, upward: bool) -> dict[str, list[str]]:
    """Towards whom somebody is drawn: the row just swept, and partners in other blocks."""
    near: dict[str, list[str]] = {person: [] for person in family.persons}
    for descent in (*family.descents.values(), *family.cares):
        for parent in descent.parents:
            if upward:
                near[parent].append(descent.child)
            else:
                near[descent.child].append(parent)
    for union in family.unions:
        near[union.first].append(union.second)
        near[union.second].append(union.first)
    for tie in family.ties:
        if not near[tie.source] or not near[tie.target]:
            near[tie.source].append(tie.target)
            near[tie.target].append(tie.source)
    return near


def _swept(family: Family, rows: list[list[Block]], *, upward: bool) -> list[list[Block]]:
    near = _neighbours(family, upward=upward)
    swept = [list(blocks) for blocks in rows]
    numbers = range(len(rows) - 1, -1, -1) if upward else range(len(rows))
    for number in numbers:
        place = _spread(swept)

        def middle(block: Block, place: Mapping[str, float] = place) -> float:
            inside = set(block)
            pulls = [place[other] for person in block for other in near[person] if other not in inside]
            own = sum(place[person] for person in block) / len(block)
            return sum(pulls) / len(pulls) if pulls else own

        swept[number] = sorted(swept[number], key=middle)
    return swept


def _cost(family: Family, rows: list[list[Block]]) -> float:
    """Length of the links, plus a price for every pair of them that cross."""
    place = _spread(rows)
    links: list[tuple[int, float, float]] = []
    length = 0.0
    for descent in family.descents.values():
        top = sum(place[parent] for parent in descent.parents) / len(descent.parents)
        links.append((family.level[descent.child], top, place[descent.child]))
        length += abs(top - place[descent.child])
    for union in family.unions:
        length += 1.5 * abs(place[union.first] - place[union.second])
    for tie in family.ties:
        length += 0.2 * abs(place[tie.source] - place[tie.target])
    crossings = sum(
        1
        for number, one in enumerate(links)
        for other in links[:number]
        if one[0] == other[0] and (one[1] - other[1]) * (one[2] - other[2]) < 0
    )
    return length + 3 * crossings
