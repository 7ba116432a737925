"""Which roles go together, which need two persons, and who may give which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simpul.kernel.actor import Role, Scope
from simpul.kernel.text import N_, Text

ALWAYS_POWERFUL = frozenset({Role.ADMIN.value, Role.AUDITOR.value, Role.HEAD_OF_OFFICE.value})
CASE_ROLES = frozenset({Role.SOCIAL_WORKER, Role.PROTECTION_WORKER})
GIVEN_BY_HEADS = frozenset(
    {Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.FRONT_DESK, Role.VOLUNTEER, Role.PROTECTION_WORKER}
)


@dataclass(frozen=True)
class Incompatible:
    """Two roles that one person may not hold at the same time, and why."""

    one: Role
    other: Role
    why: Text

    def joins(self, left: Role, right: Role) -> bool:
        return {self.one, self.other} == {left, right}


_AUDIT = Text(N_("Who audits the work may not do it: an auditor holds no other role."))
_ADMIN = Text(
    N_("Who administers roles may not carry cases. Hand over the cases, or let somebody else administer.")
)

INCOMPATIBLE = (
    *(
        Incompatible(Role.AUDITOR, role, _AUDIT)
        for role in (
            Role.ADMIN, Role.HEAD_OF_OFFICE, Role.SUPERVISOR, Role.SOCIAL_WORKER, Role.PROTECTION_WORKER,
            Role.FRONT_DESK, Role.VOLUNTEER,
        )
    ),
    Incompatible(Role.ADMIN, Role.SOCIAL_WORKER, _ADMIN),
    Incompatible(Role.ADMIN, Role.PROTECTION_WORKER, _ADMIN),
    Incompatible(
        Role.VOLUNTEER,
        Role.SUPERVISOR,
        Text(N_("A volunteer is supervised and cannot supervise. Give one of the two roles.")),
    ),
)  # fmt: skip


def clash(role: Role, held: Iterable[Role]) -> Text | None:
    """Why this role does not go with the roles already held, or nothing.

    >>> clash(Role.ADMIN, [Role.FRONT_DESK]) is None
    True
    >>> clash(Role.ADMIN, [Role.AUDITOR]) is None
    False
    """
    for other in held:
        for pair in INCOMPATIBLE:
            if pair.joins(role, other):
                return pair.why
    return None


def needs_second_person(role: Role, scope: Scope, *, protection: bool = False) -> bool:
    """Whether a grant only takes effect once somebody else has confirmed it.

    Powerful roles do, and so does supervising a protection team or a whole area: both open much.

    >>> needs_second_person(Role.SUPERVISOR, Scope.UNIT)
    False
    >>> needs_second_person(Role.SUPERVISOR, Scope.UNIT, protection=True)
    True
    """
    if role.value in ALWAYS_POWERFUL:
        return True
    return role is Role.SUPERVISOR and (protection or scope is Scope.AREA)


def may_give(giver: Iterable[Role], role: Role) -> bool:
    """Whether somebody with these roles may propose this one; administrators propose any.

    >>> may_give([Role.HEAD_OF_OFFICE], Role.ADMIN)
    False
    """
    roles = set(giver)
    if roles & {Role.ADMIN, Role.SYSTEM}:
        return True
    return Role.HEAD_OF_OFFICE in roles and role in GIVEN_BY_HEADS
