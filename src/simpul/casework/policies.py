"""Which cases, and which records of cases, an actor can reach. One function per kind of record."""

from __future__ import annotations

from django.db.models import Q

from simpul.casework.models import Assignment, Case
from simpul.kernel.actor import Actor, ActorKind
from simpul.registry.policies import protection_team_of
from simpul.safeguards.reach import NOTHING, barred_subjects, by_grants_alone, reach


def on_team(actor: Actor) -> Q:
    """The cases in which the actor, or somebody he covers, stands assigned."""
    mine = actor.staff_ids
    if not mine:
        return NOTHING
    return Q(pk__in=Assignment.objects.filter(staff_id__in=mine, until=None).values("case_id"))


def assigned_to(actor: Actor) -> Q:
    """The cases in which the actor himself stands assigned, not a colleague whom he covers."""
    if actor.staff_id is None:
        return NOTHING
    mine = Assignment.objects.filter(staff_id=actor.staff_id, until=None)
    return Q(pk__in=mine.values("case_id"))


def _own(actor: Actor) -> Q:
    if actor.kind is ActorKind.CLIENT:
        return Q(client_id=actor.person_id) if actor.person_id else NOTHING
    return on_team(actor)


@by_grants_alone
def case_reach(actor: Actor, act: str) -> Q:
    """Own cases, or those of a unit, office or area; a sealed client's case only for its team."""
    reached = reach(
        actor,
        act,
        own=_own(actor),
        unit="unit_id",
        office="office_id",
        area="region_code",
        subject="client_id",
        held=_own(actor) if actor.kind is ActorKind.CLIENT else assigned_to(actor),
    )
    return reached & (Q(client=None) | Q(client__sealed=False) | protection_team_of(actor, "client"))


def record_reach(actor: Actor, act: str) -> Q:
    """A record of a case is reached as its case is."""
    return Q(case__in=Case.objects.filter(case_reach(actor, act)).values("pk"))


def handover_reach(actor: Actor, act: str) -> Q:
    """A hand-over offered to the actor."""
    mine = actor.staff_ids
    return reach(actor, act, own=Q(to_staff_id__in=mine) if mine else NOTHING)


def invitation_reach(actor: Actor, act: str) -> Q:
    """The actor's own invitations."""
    return reach(actor, act, own=Q(staff_id=actor.staff_id) if actor.staff_id else NOTHING)


def complaint_reach(actor: Actor, act: str) -> Q:
    """Complaints of one's unit, office or area, never about a case in which one works."""
    reached = reach(actor, act, unit="case__unit_id", office="case__office_id", area="case__region_code")
    mine = Case.objects.filter(on_team(actor)).values("pk")
    barred = barred_subjects(actor)
    return reached & ~Q(case__in=mine) & (~Q(case__client_id__in=barred) if barred else Q())
