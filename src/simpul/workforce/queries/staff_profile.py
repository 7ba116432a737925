"""One member of staff: place, papers, roles, absences."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.safeguards.gate import query
from simpul.workforce import policies
from simpul.workforce.models import Absence, Credential, RoleGrant, Staff
from simpul.workforce.rows import GrantRow, grant_rows
from simpul.workforce.rules.papers import Standing, standing_of


@dataclass(frozen=True)
class PaperRow:
    """A paper of the profession and how it stands today."""

    id: uuid.UUID
    staff_id: uuid.UUID
    name: str
    kind: str
    kind_label: str
    number: str
    issuer: str
    issued_on: date
    expires_on: date | None
    standing: Standing
    days_left: int | None


@dataclass(frozen=True)
class AbsenceRow:
    """Days away."""

    id: uuid.UUID
    kind_label: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class StaffProfile:
    """What is known of a member of staff."""

    id: uuid.UUID
    version: int
    name: str
    full_name: str
    title_front: str
    title_back: str
    nip: str
    phone: str
    email: str
    office_id: uuid.UUID
    office: str
    unit_id: uuid.UUID | None
    unit: str
    post_id: uuid.UUID | None
    post: str
    active_from: date
    active_until: date | None
    active: bool
    has_account: bool
    account_open: bool
    last_login: datetime | None
    language: str
    word_help: bool
    papers: tuple[PaperRow, ...]
    grants: tuple[GrantRow, ...]
    absences: tuple[AbsenceRow, ...]


@query(on=Staff, reach=policies.staff_reach)
def staff_profile(actor: Actor, staff: Staff) -> StaffProfile:
    """Everything about one colleague within reach."""
    return _profile(staff)


@query(silent=True)
def my_profile(actor: Actor) -> StaffProfile | None:
    """One's own facts; nothing for somebody who is not staff."""
    staff = Staff.objects.filter(account__id=actor.id).first()
    return _profile(staff) if staff else None


@query(over=Credential, reach=policies.of_staff_reach, silent=True)
def expiring_credentials(
    actor: Actor, papers: QuerySet[Credential], *, within_days: int = 90
) -> tuple[PaperRow, ...]:
    """Papers of people in service that have run out or soon will; a newer one of the same kind heals it."""
    day = today()
    rows = [
        _paper_row(paper, day)
        for paper in papers.select_related("staff").order_by("-issued_on")
        if paper.staff.is_active(day)
    ]
    newest: dict[tuple[uuid.UUID, str], PaperRow] = {}
    for row in rows:
        newest.setdefault((row.staff_id, row.kind), row)
    soon = [row for row in newest.values() if row.days_left is not None and row.days_left <= within_days]
    return tuple(sorted(soon, key=lambda row: row.days_left or 0))


def _paper_row(paper: Credential, day: date) -> PaperRow:
    standing = standing_of(paper.expires_on, day)
    left = (paper.expires_on - day).days if paper.expires_on else None
    return PaperRow(
        paper.id,
        paper.staff_id,
        paper.staff.full_name,
        paper.kind,
        paper.get_kind_display(),
        paper.number,
        paper.issuer,
        paper.issued_on,
        paper.expires_on,
        standing,
        left,
    )


def _profile(staff: Staff) -> StaffProfile:
    day, account = today(), staff.account
    papers = Credential.objects.filter(staff=staff).select_related("staff").order_by("kind", "-issued_on")
    grants = RoleGrant.objects.filter(staff=staff, revoked_at=None)
    away = Absence.objects.filter(staff=staff, ends_on__gte=day).order_by("starts_on")
    return StaffProfile(
        id=staff.id,
        version=staff.version,
        name=staff.titled_name,
        full_name=staff.full_name,
        title_front=staff.title_front,
        title_back=staff.title_back,
        nip=staff.nip,
        phone=staff.phone,
        email=account.email if account else "",
        office_id=staff.office_id,
        office=staff.office.name,
        unit_id=staff.unit_id,
        unit=staff.unit.name if staff.unit else "",
        post_id=staff.post_id,
        post=staff.post.title if staff.post else "",
        active_from=staff.active_from,
        active_until=staff.active_until,
        active=staff.is_active(day),
        has_account=account is not None,
        account_open=bool(account and account.is_active),
        last_login=account.last_login if account else None,
        language=account.language if account else "id",
        word_help=account.word_help if account else True,
        papers=tuple(_paper_row(paper, day) for paper in papers),
        grants=grant_rows(grants),
        absences=tuple(
            AbsenceRow(row.id, row.get_kind_display(), row.starts_on, row.ends_on) for row in away
        ),
    )
