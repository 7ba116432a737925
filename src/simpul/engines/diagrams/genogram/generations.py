"""Which row everybody stands in: children below their parents, partners side by side."""

from __future__ import annotations

from collections.abc import Iterable


class Generations:
    """Groups of persons that share a row, and who stands above whom; never a circle."""

    def __init__(self, persons: Iterable[str]) -> None:
        self._persons = list(persons)
        self._group = {person: person for person in self._persons}
        self._children: dict[str, set[str]] = {person: set() for person in self._persons}
        self._linked: set[str] = set()

    def _reaches(self, start: str, goal: str) -> bool:
        seen, todo = set(), [start]
        while todo:
            group = todo.pop()
            if group == goal:
                return True
            if group not in seen:
                seen.add(group)
                todo += self._children[group]
        return False

    def add_child(self, parent: str, child: str) -> bool:
        """False when the child is already the parent's ancestor."""
        above, below = self._group[parent], self._group[child]
        if self._reaches(below, above):
            return False
        self._children[above].add(below)
        self._linked |= {parent, child}
        return True

    def add_partners(self, first: str, second: str) -> bool:
        """False when one partner stands above the other, so that the union crosses rows."""
        one, other = self._group[first], self._group[second]
        self._linked |= {first, second}
        if one == other:
            return True
        if self._reaches(one, other) or self._reaches(other, one):
            return False
        for person, group in self._group.items():
            if group == other:
                self._group[person] = one
        self._children[one] |= self._children.pop(other)
        for children in self._children.values():
            if other in children:
                children.discard(other)
                children.add(one)
        return True

    def levels(self, ties: Iterable[tuple[str, str]]) -> dict[str, int]:
        """The row of each person, 0 for the oldest."""
        order = self._from_the_top()
        depth = dict.fromkeys(order, 0)
        for group in order:
            for child in self._children[group]:
                depth[child] = max(depth[child], depth[group] + 1)
        has_parents = {child for children in self._children.values() for child in children}
        for group in reversed(order):
            if group not in has_parents and self._children[group]:
                depth[group] = min(depth[child] for child in self._children[group]) - 1
        level = {person: depth[self._group[person]] for person in self._persons}
        self._place_strangers(level, ties)
        top = min(level.values())
        return {person: row - top for person, row in level.items()}

    def _from_the_top(self) -> list[str]:
        order: list[str] = []
        seen: set[str] = set()

        def visit(group: str) -> None:
            if group not in seen:
                seen.add(group)
                for child in sorted(self._children[group]):
                    visit(child)
                order.append(group)

        for person in self._persons:
            visit(self._group[person])
        return order[::-1]

    def _place_strangers(self, level: dict[str, int], ties: Iterable[tuple[str, str]]) -> None:
        """Friends and neighbours without kin stand in the row of the first person they are tied to."""
        for source, target in ties:
            for stranger, other in ((source, target), (target, source)):
                if stranger not in self._linked and other in self._linked:
                    level[stranger] = level[other]
                    self._linked.add(stranger)
