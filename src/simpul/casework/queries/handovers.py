"""Hand-overs that wait for the actor's answer."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from simpul.casework.models import Handover
from simpul.casework.policies import handover_reach
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class HandoverPicture:
    """What is offered: enough to answer, before the file itself is open to the one asked."""

    id: uuid.UUID
    case_id: uuid.UUID
    reference: str
    stage: str
    risk: str
    from_staff_id: uuid.UUID
    to_staff_id: uuid.UUID
    reason: str
    items: tuple[str, ...]
    client_told: bool
    state: str
    at: datetime
    subject_ids: tuple[uuid.UUID, ...] = ()


def _picture(one: Handover) -> HandoverPicture:
    return HandoverPicture(
        one.id, one.case_id, one.case.reference, one.case.stage, one.case.risk, one.from_staff_id,
        one.to_staff_id, one.reason, tuple(one.items or ()), one.client_told, one.state, one.at,
        one.audit_subjects(),
    )  # fmt: skip


@query(over=Handover, reach=handover_reach)
def handovers_for_me(actor: Actor, handovers: QuerySet[Handover]) -> tuple[HandoverPicture, ...]:
    """Cases offered to the actor."""
    return tuple(
        _picture(one) for one in handovers.filter(state="offered").select_related("case").order_by("at")
    )


@query(on=Handover, reach=handover_reach)
def handover_view(actor: Actor, handover: Handover) -> HandoverPicture:
    """One hand-over as the one asked sees it."""
    return _picture(handover)
