"""How heavy a caseload is. Numbers of cases say little: risk, stage and distance weigh."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from simpul.kernel.text import N_, Text


@dataclass(frozen=True)
class CaseFacts:
    """What the weight of one case depends on."""

    risk: str
    stage: str
    remote: bool = False


@dataclass(frozen=True)
class Weights:
    """The table of weights (reference/workforce/caseload.yaml): a plain case weighs one point."""

    risk: Mapping[str, Decimal]
    stage: Mapping[str, Decimal]
    remote: Decimal
    capacity: Mapping[str, Decimal]
    busy: Decimal
    strained: Decimal
    version: str = ""

    def of(self, case: CaseFacts) -> Decimal:
        """Points of one case; an unknown risk or stage weighs as a plain one."""
        one = Decimal(1)
        weight = self.risk.get(case.risk, one) * self.stage.get(case.stage, one)
        return weight + (self.remote if case.remote else Decimal(0))


@dataclass(frozen=True)
class Load:
    """A worker's caseload against what one person can carry well."""

    cases: int
    points: Decimal
    capacity: Decimal
    level: str

    @property
    def share(self) -> int:
        """Percent of the capacity in use."""
        return int(self.points * 100 / self.capacity) if self.capacity else 0


LEVELS: Mapping[str, Text] = {
    "room": Text(N_("Room for more")),
    "busy": Text(N_("Busy")),
    "strained": Text(N_("Strained")),
    "overloaded": Text(N_("Overloaded")),
}


def load_of(cases: Iterable[CaseFacts], weights: Weights, *, role: str = "social_worker") -> Load:
    """The weighed caseload of one worker and how it strains her."""
    held = tuple(cases)
    points = sum((weights.of(case) for case in held), Decimal(0))
    capacity = weights.capacity.get(role, Decimal(0))
    return Load(len(held), points, capacity, strain(points, capacity, weights))


def strain(points: Decimal, capacity: Decimal, weights: Weights) -> str:
    """room, busy, strained or overloaded; somebody without capacity for cases is overloaded by any."""
    if capacity <= 0:
        return "overloaded" if points else "room"
    share = points / capacity
    if share > 1:
        return "overloaded"
    if share > weights.strained:
        return "strained"
    return "busy" if share > weights.busy else "room"
