"""How far somebody reaches among offices, staff, grants and absences."""

from __future__ import annotations

from django.db.models import Q

from simpul.kernel.actor import Actor
from simpul.safeguards.reach import reach


def office_reach(actor: Actor, act: str) -> Q:
    """One's own office; a wider grant reaches its office or its area."""
    return reach(actor, act, own=Q(pk=actor.office_id), unit="units", office="pk", area="region_code")


def unit_reach(actor: Actor, act: str) -> Q:
    return reach(
        actor, act, own=Q(pk=actor.unit_id), unit="pk", office="office_id", area="office__region_code"
    )


def staff_reach(actor: Actor, act: str) -> Q:
    """Oneself; a wider grant reaches the colleagues of its team, office or area."""
    return reach(
        actor, act, own=Q(pk=actor.staff_id), unit="unit_id", office="office_id", area="office__region_code"
    )


def of_staff_reach(actor: Actor, act: str) -> Q:
    """Records that hang on a member of staff by a field ``staff``."""
    return reach(
        actor,
        act,
        own=Q(staff_id=actor.staff_id),
        unit="staff__unit_id",
        office="staff__office_id",
        area="staff__office__region_code",
    )


def cover_reach(actor: Actor, act: str) -> Q:
    """Covers of oneself, by oneself, or of the colleagues within reach."""
    return reach(
        actor,
        act,
        own=Q(absent_id=actor.staff_id) | Q(covering_id=actor.staff_id),
        unit="absent__unit_id",
        office="absent__office_id",
        area="absent__office__region_code",
    )


def supervision_reach(actor: Actor, act: str) -> Q:
    """Agreements in which one is the worker or the supervisor, or of the colleagues within reach."""
    return reach(
        actor,
        act,
        own=Q(worker_id=actor.staff_id) | Q(supervisor_id=actor.staff_id),
        unit="worker__unit_id",
        office="worker__office_id",
        area="worker__office__region_code",
    )


def own_account(actor: Actor, act: str) -> Q:
    """What belongs to one's own account and to nobody else, whatever the grant."""
    return reach(actor, act, own=Q(account_id=actor.id)) & Q(account_id=actor.id)
