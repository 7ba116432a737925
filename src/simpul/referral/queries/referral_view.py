"""One referral as our office sees it; what its packet would carry; the barriers of a case."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from simpul.casework.models import Case
from simpul.casework.policies import case_reach
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.referral import policies
from simpul.referral.models import Barrier, Packet, PartnerDoor, Referral, ReferralStep
from simpul.referral.packets import Body, body_of
from simpul.referral.rows import BarrierRow, ReferralRow, StepRow, barrier_of, row_of, step_of
from simpul.referral.rules.disclosing import Line, Verdict, going
from simpul.referral.rules.loop import READABLE, State, possible
from simpul.referral.sharing import Ground, allowed_for, grounds_for, lines_of
from simpul.safeguards.gate import query
from simpul.workforce.queries.staff_names import staff_names


@dataclass(frozen=True)
class DoorPicture:
    """How it stands with the agency's own way in: closed, waiting for its code, or open."""

    state: str
    officer: str
    code_until: datetime | None
    opened_at: datetime | None


@dataclass(frozen=True)
class ReferralView:
    """Everything about one referral, for those who accompany the client."""

    row: ReferralRow
    service_id: uuid.UUID | None
    agency_id: uuid.UUID
    follows: tuple[uuid.UUID, str] | None
    followed_by: tuple[uuid.UUID, str] | None
    asked: str
    caution: str
    wanted: tuple[str, ...]
    told: dict[str, str]
    appointment_at: datetime | None
    appointment_note: str
    queue_place: int | None
    queue_until: date | None
    client_view: str
    client_words: str
    owner: str
    acts: tuple[str, ...]
    steps: tuple[StepRow, ...]
    barriers: tuple[BarrierRow, ...]
    sent_groups: tuple[str, ...]
    readable_groups: tuple[str, ...]
    door: DoorPicture | None
    version: int

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return self.row.subject_ids

    @property
    def readable(self) -> bool:
        """Whether the agency can read something at this moment."""
        return State(self.row.state) in READABLE and bool(self.readable_groups)


@query(on=Referral, reach=policies.referral_reach)
def referral_view(actor: Actor, referral: Referral) -> ReferralView:
    """The page of a referral."""
    steps = list(
        ReferralStep.objects.filter(referral=referral).select_related("referral__case").order_by("number")
    )
    names = staff_names(actor, ids=[*(one.by_id for one in steps), *filter(None, [referral.owner_id])])
    titled = {one: name.titled for one, name in names.items()}
    packet = Packet.objects.filter(referral=referral).first()
    barriers = Barrier.objects.filter(referral=referral).select_related("agency", "referral", "case")
    now_allowed = going(lines_of(referral))
    sent = tuple(packet.groups) if packet else ()
    return ReferralView(
        row=row_of(referral), service_id=referral.service_id, agency_id=referral.agency_id,
        follows=_other(referral.follows),
        followed_by=_other(referral.followed_by.order_by("-opened_at").first()),
        asked=referral.asked, caution=referral.caution, wanted=tuple(referral.wanted or ()),
        told={str(group): str(text) for group, text in (referral.told or {}).items()},
        appointment_at=referral.appointment_at, appointment_note=referral.appointment_note,
        queue_place=referral.queue_place, queue_until=referral.queue_until,
        client_view=referral.client_view, client_words=referral.client_words,
        owner=titled.get(referral.owner_id, "") if referral.owner_id else "",
        acts=tuple(act.value for act in possible(State(referral.state))),
        steps=tuple(step_of(one, titled) for one in steps),
        barriers=tuple(barrier_of(one) for one in barriers.order_by("-happened_on", "-at")),
        sent_groups=sent, readable_groups=tuple(group for group in sent if group in now_allowed),
        door=_door(referral), version=referral.version,
    )  # fmt: skip


def _other(one: Referral | None) -> tuple[uuid.UUID, str] | None:
    return (one.id, one.reference) if one else None


def _door(referral: Referral) -> DoorPicture | None:
    door = PartnerDoor.objects.filter(referral=referral).select_related("referral__case").first()
    if door is None:
        return None
    if door.shut_at:
        state = "shut"
    elif door.password:
        state = "open"
    else:
        state = "waits" if door.code_until > now() and door.tries_left else "dead"
    return DoorPicture(state, door.officer, door.code_until, door.opened_at)


@dataclass(frozen=True)
class PacketPreview:
    """Side by side: every kind of data, whether it goes, what it says, and on which ground.

    ``would`` is what is read to the client before she is asked; ``body`` is what goes.
    """

    row: ReferralRow
    lines: tuple[Line, ...]
    body: Body
    would: Body
    no: frozenset[str]
    grounds: tuple[Ground, ...]
    sealed: bool

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return self.row.subject_ids

    @property
    def anything(self) -> bool:
        return bool(going(self.lines))


@query(on=Referral, reach=policies.referral_reach)
def packet_preview(actor: Actor, referral: Referral) -> PacketPreview:
    """What would go now. After sending, what was frozen, cut to what may be read now."""
    lines = lines_of(referral)
    client = referral.case.client
    allowed = allowed_for(client.id, referral.agency) if client else None
    goes = going(lines)
    open_ones = [line.group for line in lines if line.verdict not in {Verdict.NEVER, Verdict.NOT_ASKED}]
    would = body_of(referral, sorted(open_ones)) if client else {}
    return PacketPreview(
        row_of(referral),
        lines,
        {group: said for group, said in would.items() if group in goes},
        would,
        allowed.refused if allowed else frozenset(),
        grounds_for(client.id, referral.agency) if client else (),
        bool(client and client.sealed),
    )


@query(on=Case, reach=case_reach)
def referrals_of_case(actor: Actor, case: Case) -> tuple[ReferralRow, ...]:
    """All referrals of one case, the newest first."""
    found = Referral.objects.filter(case=case).select_related("case__client", "agency", "service")
    return tuple(row_of(one) for one in found.order_by("-opened_at", "-id"))


@query(on=Case, reach=case_reach)
def barriers_of_case(actor: Actor, case: Case) -> tuple[BarrierRow, ...]:
    """What stood in the way of this client, the newest first."""
    found = Barrier.objects.filter(case=case).select_related("agency", "referral", "case")
    return tuple(barrier_of(one) for one in found.order_by("-happened_on", "-at"))
