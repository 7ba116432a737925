"""Goal-attainment scaling: how far a goal was reached, from −2 to +2, each step described beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from simpul.kernel.text import N_

STEPS: dict[int, str] = {
    -2: N_("Much less than hoped"),
    -1: N_("Less than hoped"),
    0: N_("As hoped"),
    1: N_("More than hoped"),
    2: N_("Much more than hoped"),
}

CORRELATION = 0.3  # assumed between goals of one person (Kiresuk and Sherman 1968)


def is_score(score: int) -> bool:
    return score in STEPS


def described(anchors: Mapping[str, str]) -> bool:
    """Whether the hoped-for step and its two neighbours are described, so that scoring is fair."""
    return all(anchors.get(str(step), "").strip() for step in (-1, 0, 1))


def attainment(scores: Sequence[int], weights: Sequence[float] | None = None) -> float | None:
    """One figure over several goals: 50 is "as hoped", about 10 per step for a single goal.

    >>> attainment([0, 0])
    50.0
    >>> attainment([1])
    60.0
    >>> attainment([]) is None
    True
    """
    if not scores:
        return None
    chosen = list(weights) if weights else [1.0] * len(scores)
    total = sum(weight * score for weight, score in zip(chosen, scores, strict=True))
    squares = sum(weight * weight for weight in chosen)
    spread = sqrt((1 - CORRELATION) * squares + CORRELATION * sum(chosen) ** 2)
    return round(50 + 10 * total / spread, 1)
