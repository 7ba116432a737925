"""What an agency sees: the one referral that was sent to it, and of that only what may be read now."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from simpul.kernel.actor import Actor
from simpul.referral import policies
from simpul.referral.course import demand_readable
from simpul.referral.doors import partner_at
from simpul.referral.models import Packet, PartnerDoor, Referral, ReferralStep
from simpul.referral.packets import Body
from simpul.referral.rows import StepRow, step_of
from simpul.referral.rules.loop import AGENCY_ACTS, READABLE, State, possible
from simpul.referral.sharing import may_go
from simpul.safeguards.gate import query
from simpul.workforce.models import Office, Staff


@dataclass(frozen=True)
class PartnerView:
    """One screen. ``body`` is empty when the agency has no reason to read any more."""

    id: uuid.UUID
    reference: str
    state: str
    urgency: str
    service: str
    office: str
    office_phone: str
    worker: str
    asked: str
    caution: str
    body: Body
    appointment_at: datetime | None
    appointment_note: str
    queue_place: int | None
    queue_until: date | None
    acts: tuple[str, ...]
    answers: tuple[StepRow, ...]
    officer: str
    sent_at: datetime | None
    subject_ids: tuple[uuid.UUID, ...] = ()


@query(on=Referral, reach=policies.referral_reach)
def partner_view(actor: Actor, referral: Referral) -> PartnerView:
    """Read by the agency: asked for consent anew, written into the log, told to the client."""
    demand_readable(actor, referral)
    state = State(referral.state)
    groups = may_go(referral) if state in READABLE else frozenset()
    packet = Packet.objects.filter(referral=referral).select_related("referral__case").first()
    office = Office.objects.filter(pk=referral.case.office_id).first()
    owner = Staff.objects.filter(pk__in=[referral.owner_id]).first() if groups else None
    own = ReferralStep.objects.filter(referral=referral, by_whom="partner").select_related("referral__case")
    door = PartnerDoor.objects.select_related("referral__case").get(pk=actor.id)
    return PartnerView(
        id=referral.id, reference=referral.reference, state=referral.state, urgency=referral.urgency,
        service=referral.service.name if referral.service else "",
        office=office.name if office else "", office_phone=office.phone if office else "",
        worker=owner.titled_name if owner else "",
        asked=referral.asked if groups else "", caution=referral.caution if groups else "",
        body=_readable(packet, groups),
        appointment_at=referral.appointment_at, appointment_note=referral.appointment_note,
        queue_place=referral.queue_place, queue_until=referral.queue_until,
        acts=tuple(act.value for act in possible(state) if act in AGENCY_ACTS),
        answers=tuple(step_of(one, {}) for one in own.order_by("-number")), officer=door.officer,
        sent_at=packet.at if packet else None, subject_ids=referral.audit_subjects(),
    )  # fmt: skip


def _readable(packet: Packet | None, groups: frozenset[str]) -> Body:
    """Of what was frozen, the kinds that may be read at this moment."""
    frozen = (packet.body or {}) if packet else {}
    return {group: list(lines) for group, lines in frozen.items() if group in groups and lines}


@dataclass(frozen=True)
class Seat:
    """Where somebody of an agency sits: who acts, and on which referral."""

    actor: Actor
    referral_id: uuid.UUID
    reference: str


@query(silent=True)
def partner_seat(actor: Actor, *, door_id: uuid.UUID, epoch: int) -> Seat | None:
    """The seat behind a session that was opened with number and code; none when the door was shut since."""
    door = (
        PartnerDoor.objects.select_related("referral")
        .filter(pk=door_id, epoch=epoch, shut_at=None)
        .exclude(password="")
        .first()
    )
    return Seat(partner_at(door), door.referral_id, door.referral.reference) if door else None
