"""Who acts, and with which powers."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

SYSTEM_ID = uuid.UUID(int=1)
PUBLIC_ID = uuid.UUID(int=2)


class Role(StrEnum):
    """The roles that a person can hold in an office; each app's permissions.csv says what they may do."""

    SOCIAL_WORKER = "social_worker"
    SUPERVISOR = "supervisor"
    HEAD_OF_OFFICE = "head_of_office"
    FRONT_DESK = "front_desk"
    VOLUNTEER = "volunteer"
    PROTECTION_WORKER = "protection_worker"
    ADMIN = "admin"
    AUDITOR = "auditor"
    CLIENT = "client"
    PARTNER = "partner"
    PUBLIC = "public"
    SYSTEM = "system"


class Scope(StrEnum):
    """How far a grant reaches, from one's own records to everything."""

    OWN = "own"
    UNIT = "unit"
    OFFICE = "office"
    AREA = "area"
    ALL = "all"


class ActorKind(StrEnum):
    STAFF = "staff"
    CLIENT = "client"
    PARTNER = "partner"
    PUBLIC = "public"
    SYSTEM = "system"


@dataclass(frozen=True)
class Grant:
    """A role held with a scope, until a day (inclusive) or without end."""

    role: Role
    scope: Scope
    unit_id: uuid.UUID | None = None
    office_id: uuid.UUID | None = None
    area: str = ""
    expires: date | None = None

    def stands(self, day: date) -> bool:
        return self.expires is None or day <= self.expires


@dataclass(frozen=True)
class Actor:
    """The one who acts: ``id`` is the account, ``staff_id`` the member of staff, ``person_id`` the client."""

    id: uuid.UUID
    kind: ActorKind
    grants: tuple[Grant, ...] = ()
    staff_id: uuid.UUID | None = None
    person_id: uuid.UUID | None = None
    office_id: uuid.UUID | None = None
    unit_id: uuid.UUID | None = None
    language: str = "id"
    covers: tuple[uuid.UUID, ...] = ()

    def holds(self, *roles: Role) -> bool:
        return any(grant.role in roles for grant in self.grants)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(grant.role for grant in self.grants)

    @property
    def staff_ids(self) -> tuple[uuid.UUID, ...]:
        """Whose own records are also the actor's: his own and those of the colleagues he covers for."""
        return (*((self.staff_id,) if self.staff_id else ()), *self.covers)


def system_actor() -> Actor:
    """The software itself: clocks, reminders, imports that somebody confirmed."""
    return Actor(id=SYSTEM_ID, kind=ActorKind.SYSTEM, grants=(Grant(Role.SYSTEM, Scope.ALL),))


def public_actor() -> Actor:
    """Somebody without an account."""
    return Actor(id=PUBLIC_ID, kind=ActorKind.PUBLIC, grants=(Grant(Role.PUBLIC, Scope.ALL),))


def with_grants(actor: Actor, grants: Iterable[Grant]) -> Actor:
    """The same actor with other powers, for tests and acting roles."""
    return replace(actor, grants=tuple(grants))
