"""Case conferences."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from simpul.casework.models import Case, Conference, ConferenceDecision, Invitation
from simpul.casework.policies import case_reach, invitation_reach, record_reach
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query
from simpul.workforce.models import Staff


@dataclass(frozen=True)
class GuestPicture:
    """One person asked: a member of staff or somebody from outside."""

    id: uuid.UUID
    staff_id: uuid.UUID | None
    name: str
    capacity: str
    answer: str
    attended: bool | None
    pledged: bool


@dataclass(frozen=True)
class ConferenceDecisionPicture:
    id: uuid.UUID
    position: int
    what: str
    owner_id: uuid.UUID
    owner_name: str
    due_on: date
    done_at: datetime | None


@dataclass(frozen=True)
class ConferencePicture:
    """One conference with its guests, minutes and decisions."""

    id: uuid.UUID
    case_id: uuid.UUID
    reference: str
    planned_for: datetime
    place: str
    purpose: str
    state: str
    held_at: datetime | None
    client_present: bool
    client_words: str
    minutes: str
    dissent: str
    by_id: uuid.UUID
    guests: tuple[GuestPicture, ...]
    decisions: tuple[ConferenceDecisionPicture, ...]
    subject_ids: tuple[uuid.UUID, ...] = ()


@dataclass(frozen=True)
class InvitationRow:
    """An invitation as the invited sees it: when and where, never what the case is about."""

    id: uuid.UUID
    conference_id: uuid.UUID
    reference: str
    planned_for: datetime
    place: str
    answer: str


def _name(guest: Invitation, names: dict[uuid.UUID, str]) -> str:
    return (names.get(guest.staff_id, "") if guest.staff_id else "") or guest.name


def _picture(one: Conference) -> ConferencePicture:
    invited = list(Invitation.objects.filter(conference=one).order_by("position"))
    staff_ids = [guest.staff_id for guest in invited if guest.staff_id]
    names = dict(Staff.objects.filter(pk__in=staff_ids).values_list("pk", "full_name"))
    guests = tuple(
        GuestPicture(
            guest.id, guest.staff_id, _name(guest, names), guest.capacity,
            guest.answer, guest.attended, guest.pledged,
        )
        for guest in invited
    )  # fmt: skip
    by_guest = {guest.id: guest.name for guest in guests}
    decided = ConferenceDecision.objects.filter(conference=one).order_by("position")
    return ConferencePicture(
        id=one.id, case_id=one.case_id, reference=one.case.reference, planned_for=one.planned_for,
        place=one.place, purpose=one.purpose, state=one.state, held_at=one.held_at,
        client_present=one.client_present, client_words=one.client_words, minutes=one.minutes,
        dissent=one.dissent, by_id=one.by_id, guests=guests,
        decisions=tuple(
            ConferenceDecisionPicture(
                row.id, row.position, row.what, row.owner_id, by_guest.get(row.owner_id, ""), row.due_on,
                row.done_at,
            )
            for row in decided
        ),
        subject_ids=one.audit_subjects(),
    )  # fmt: skip


@query(on=Conference, reach=record_reach)
def conference_view(actor: Actor, conference: Conference) -> ConferencePicture:
    """Everything of one conference."""
    return _picture(conference)


@query(on=Case, reach=case_reach)
def case_conferences(actor: Actor, case: Case) -> tuple[ConferencePicture, ...]:
    """All conferences of one case, the latest first."""
    found = Conference.objects.filter(case=case).select_related("case").order_by("-planned_for", "-id")
    return tuple(_picture(one) for one in found)


@query(over=Invitation, reach=invitation_reach)
def my_invitations(actor: Actor, invitations: QuerySet[Invitation]) -> tuple[InvitationRow, ...]:
    """Conferences to which the actor is asked and that are still to come."""
    found = (
        invitations.filter(conference__state="planned")
        .select_related("conference__case")
        .order_by("conference__planned_for")
    )
    return tuple(
        InvitationRow(
            one.id, one.conference_id, one.conference.case.reference, one.conference.planned_for,
            one.conference.place, one.answer,
        )
        for one in found
    )  # fmt: skip
