"""How much a case weighs in a worker's caseload; a matter of care, not of merit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

RISK_WEIGHT = {"immediate": 4.0, "high": 3.0, "medium": 2.0, "low": 1.0}
STAGE_WEIGHT = {"aftercare": 0.25, "termination": 0.5, "closed": 0.0}
CO_WORKER_SHARE = 0.5
FULL_LOAD = 40.0


@dataclass(frozen=True)
class Load:
    """What one case asks of one worker."""

    risk: str
    stage: str
    role: str = "primary"


def weight(load: Load) -> float:
    """
    >>> weight(Load("high", "intervention"))
    3.0
    >>> weight(Load("high", "aftercare", "co"))
    0.375
    """
    share = {"primary": 1.0, "co": CO_WORKER_SHARE}.get(load.role, 0.0)
    return RISK_WEIGHT.get(load.risk, 1.0) * STAGE_WEIGHT.get(load.stage, 1.0) * share


def total(loads: Iterable[Load]) -> float:
    return sum(weight(load) for load in loads)
