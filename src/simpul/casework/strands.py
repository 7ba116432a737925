"""What apps above add to the course of a case. They come down and say so; casework knows none of them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from simpul.casework.models import Case
from simpul.casework.policies import case_reach
from simpul.kernel.actor import Actor
from simpul.safeguards.permissions import may, standing_grants

OWN_ACT = "casework.case_timeline"


@dataclass(frozen=True)
class Strand:
    """One kind of entry: its records of a case, the moment of each, how it is told, the act that reads it."""

    kind: str
    records: Callable[[], QuerySet[Any]]
    of_case: str
    moment: str
    tell: Callable[[Any], dict[str, Any]]
    act: str


_strands: dict[str, Strand] = {}


def add_to_the_course(strand: Strand) -> None:
    """Tell these records in the course of the case, to whoever may read them there."""
    _strands[strand.kind] = strand


def strand(kind: str) -> Strand | None:
    return _strands.get(kind)


def strands_for(actor: Actor, case_id: uuid.UUID) -> tuple[str, ...]:
    """The kinds that this actor may read in this case; the case itself is reached already."""
    own = standing_grants(actor, OWN_ACT)
    return tuple(
        kind
        for kind, one in _strands.items()
        if may(actor, one.act)
        and (standing_grants(actor, one.act) == own or _reached(actor, one.act, case_id))
    )


def _reached(actor: Actor, act: str, case_id: uuid.UUID) -> bool:
    return Case.objects.filter(case_reach(actor, act), pk=case_id).exists()
