"""The client's own referrals: where she was sent, what was told there, how it stands."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from simpul.casework.models import Case
from simpul.casework.policies import case_reach
from simpul.kernel.actor import Actor
from simpul.referral.models import Packet, Referral
from simpul.referral.rules.loop import READABLE, State
from simpul.referral.secrecy import outward_name
from simpul.referral.sharing import may_go
from simpul.safeguards.consent import FieldGroup
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class OwnReferral:
    """One of them. A shelter is not named: somebody else may be looking at this telephone."""

    id: uuid.UUID
    agency: str
    asked: str
    state: str
    state_since: datetime
    appointment_at: datetime | None
    appointment_note: str
    told: tuple[str, ...]
    readable: bool
    subject_ids: tuple[uuid.UUID, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """What was told there, kind of data by kind of data, in words."""
        return tuple(str(FieldGroup(group).label) for group in self.told)


@query(on=Case, reach=case_reach)
def own_referrals(actor: Actor, case: Case) -> tuple[OwnReferral, ...]:
    """Of one's own case, without drafts: those are not hers yet."""
    found = Referral.objects.filter(case=case).exclude(state=State.DRAFT)
    rows = []
    for one in found.select_related("case__client", "agency").order_by("-opened_at"):
        packet = Packet.objects.filter(referral=one).first()
        groups = may_go(one) if State(one.state) in READABLE else frozenset()
        told = tuple(packet.groups) if packet else ()
        rows.append(
            OwnReferral(
                one.id,
                outward_name(one.agency),
                one.asked,
                one.state,
                one.state_since,
                one.appointment_at,
                one.appointment_note,
                told,
                bool(set(told) & groups),
                one.audit_subjects(),
            )
        )
    return tuple(rows)
