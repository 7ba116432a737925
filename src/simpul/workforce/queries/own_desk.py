"""What belongs to one person alone: ethics, reflections, kept texts, declared ties, supervision."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query
from simpul.workforce import policies
from simpul.workforce.ethics import Code, current_code
from simpul.workforce.models import (
    ConflictDeclaration,
    EthicsAcceptance,
    HeldText,
    OwnRecord,
    ReflectionNote,
    SupervisionAgreement,
)


@dataclass(frozen=True)
class EthicsPage:
    """The code in force and when this reader accepted it, if he did."""

    code: Code
    accepted_at: datetime | None


@dataclass(frozen=True)
class Reflection:
    """One private note."""

    id: uuid.UUID
    written_at: datetime
    words: str


@dataclass(frozen=True)
class Held:
    """A form that was kept while the screen was locked."""

    id: uuid.UUID
    path: str
    held_at: datetime
    answers: dict[str, list[str]]


@dataclass(frozen=True)
class TieRow:
    """A declared kinship or interest."""

    id: uuid.UUID
    staff_id: uuid.UUID
    name: str
    person_id: uuid.UUID
    kind: str
    kind_label: str
    words: str
    declared_at: datetime

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id,)


@dataclass(frozen=True)
class OwnRecordRow:
    """That somebody said which record is her own, and whether a second person saw the card. Not which."""

    id: uuid.UUID
    staff_id: uuid.UUID
    name: str
    declared_at: datetime
    confirmed_at: datetime | None


@dataclass(frozen=True)
class SupervisionRow:
    """A standing agreement on supervision."""

    id: uuid.UUID
    worker_id: uuid.UUID
    worker: str
    supervisor_id: uuid.UUID
    supervisor: str
    every_days: int
    aims: str
    starts_on: date


@query(silent=True)
def ethics_page(actor: Actor) -> EthicsPage:
    """The code of ethics in force and one's own acceptance of it."""
    code = current_code()
    found = EthicsAcceptance.objects.filter(staff__account__id=actor.id, code_version=code.version).first()
    return EthicsPage(code, found.accepted_at if found else None)


@query(over=ReflectionNote, reach=policies.own_account, silent=True)
def my_reflections(actor: Actor, notes: QuerySet[ReflectionNote]) -> tuple[Reflection, ...]:
    """One's own notes, latest first."""
    return tuple(
        Reflection(note.id, note.written_at, note.words) for note in notes.order_by("-written_at")[:100]
    )


@query(over=HeldText, reach=policies.own_account, silent=True)
def held_texts(actor: Actor, kept: QuerySet[HeldText]) -> tuple[Held, ...]:
    """One's own kept forms, latest first."""
    return tuple(Held(one.id, one.path, one.held_at, one.answers) for one in kept.order_by("-held_at"))


@query(over=ConflictDeclaration, reach=policies.of_staff_reach)
def declared_conflicts(actor: Actor, ties: QuerySet[ConflictDeclaration]) -> tuple[TieRow, ...]:
    """Standing declarations, one's own or of the colleagues within reach."""
    return tuple(
        TieRow(
            tie.id,
            tie.staff_id,
            tie.staff.full_name,
            tie.person_id,
            tie.kind,
            tie.get_kind_display(),
            tie.words,
            tie.declared_at,
        )
        for tie in ties.filter(withdrawn_at=None).select_related("staff").order_by("-declared_at")[:200]
    )


@query(over=OwnRecord, reach=policies.of_staff_reach, silent=True)
def own_records(actor: Actor, records: QuerySet[OwnRecord]) -> tuple[OwnRecordRow, ...]:
    """Standing declarations, the unconfirmed first; never which file or number it is."""
    rows = records.filter(withdrawn_at=None).select_related("staff").order_by("-declared_at")[:200]
    found = [
        OwnRecordRow(row.id, row.staff_id, row.staff.full_name, row.declared_at, row.confirmed_at)
        for row in rows
    ]
    return tuple(sorted(found, key=lambda row: row.confirmed_at is not None))


@query(over=SupervisionAgreement, reach=policies.supervision_reach, silent=True)
def supervision(actor: Actor, agreements: QuerySet[SupervisionAgreement]) -> tuple[SupervisionRow, ...]:
    """Standing agreements that one is part of or that one's colleagues have."""
    rows = agreements.filter(ends_on=None).select_related("worker", "supervisor")
    return tuple(
        SupervisionRow(
            row.id,
            row.worker_id,
            row.worker.full_name,
            row.supervisor_id,
            row.supervisor.full_name,
            row.every_days,
            row.aims,
            row.starts_on,
        )
        for row in rows.order_by("worker__full_name")[:200]
    )
