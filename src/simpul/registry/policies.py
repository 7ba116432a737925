"""What an actor can reach of the registry. One function a model, for single records and for lists."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.db.models import Q

from simpul.kernel.actor import Actor, Scope
from simpul.kernel.clock import now
from simpul.registry.models import CareTeam, Membership, Person, ProtectionTeam
from simpul.safeguards.permissions import standing_grants
from simpul.safeguards.reach import NOTHING, barred_subjects, by_grants_alone, reach

FRESH = timedelta(hours=24)


def acting_ids(actor: Actor) -> list[uuid.UUID]:
    """The identifiers under which this actor stands in a team."""
    return [one for one in (actor.staff_id, actor.id) if one is not None]


def own_persons(actor: Actor, act: str = "") -> Q:
    """One's caseload: persons accompanied now (also for a colleague who is covered), those whose protection
    team one belongs to, and those registered within a day. A client's own file.

    A supervisor's unit or office also reaches persons whom its staff accompany for another office.
    """
    if actor.person_id:
        return Q(pk=actor.person_id)
    mine = [*acting_ids(actor), *actor.covers]
    own = Q(pk__in=CareTeam.objects.filter(staff_id__in=mine, left_at=None).values("person_id"))
    own |= protection_team_of(actor)
    own |= Q(created_by=actor.id, created_at__gt=now() - FRESH, import_batch_id=None)
    for grant in standing_grants(actor, act) if act else ():
        if grant.scope is Scope.UNIT and grant.unit_id:
            teams = CareTeam.objects.filter(unit_id=grant.unit_id, left_at=None)
        elif grant.scope is Scope.OFFICE and grant.office_id:
            teams = CareTeam.objects.filter(office_id=grant.office_id, left_at=None)
        else:
            continue
        own |= Q(pk__in=teams.values("person_id"))
    return own


def in_own_hands(actor: Actor) -> Q:
    """Persons given to this actor himself: they stay his until somebody else is assigned, tie or not."""
    given = CareTeam.objects.filter(staff_id__in=acting_ids(actor), left_at=None)
    return Q(pk__in=given.values("person_id")) | protection_team_of(actor)


def protection_team_of(actor: Actor, person: str = "pk") -> Q:
    """Sealed persons whose protection team this actor belongs to; a client is of her own team."""
    if actor.person_id:
        return Q(**{person: actor.person_id})
    mine = ProtectionTeam.objects.filter(staff_id__in=acting_ids(actor), removed_at=None)
    return Q(**{f"{person}__in": mine.values("person_id")})


@by_grants_alone
def person_reach(actor: Actor, act: str) -> Q:
    """Persons whose file the actor may open with this act."""
    return reach(
        actor,
        act,
        own=own_persons(actor, act),
        unit="unit_id",
        office="office_id",
        area="region_code",
        subject="pk",
        sealed="sealed",
        team=protection_team_of(actor),
        held=in_own_hands(actor),
    )


def folded_reach(actor: Actor, act: str) -> Q:
    """Files that were merged into one that the actor may open."""
    kept = Person.objects.filter(person_reach(actor, act), merged_into=None)
    return Q(merged_into__in=kept.values("pk"))


def thin_reach(actor: Actor, act: str) -> Q:
    """Persons who may appear in a search at all: nobody sealed to others, nobody erased or folded."""
    if not standing_grants(actor, act):
        return NOTHING
    visible = Q(sealed=False) | protection_team_of(actor)
    return visible & Q(merged_into=None, erased_at=None)


def nearby_offices(actor: Actor, act: str) -> set[uuid.UUID]:
    """The offices whose persons a name search goes through."""
    offices = {actor.office_id} if actor.office_id else set()
    offices |= {grant.office_id for grant in standing_grants(actor, act) if grant.office_id}
    return {office for office in offices if office is not None}


def nearby(actor: Actor, act: str) -> Q:
    """Persons within one's own offices and areas."""
    found = Q(office_id__in=nearby_offices(actor, act)) | Q(created_by=actor.id)
    for grant in standing_grants(actor, act):
        if grant.scope is Scope.ALL:
            return Q()
        if grant.scope is Scope.AREA and grant.area:
            found |= Q(region_code__startswith=grant.area)
    return found


def household_reach(actor: Actor, act: str) -> Q:
    """Households of persons in reach, and those of one's unit, office or area."""
    members = Membership.objects.filter(person__in=Person.objects.filter(own_persons(actor, act)))
    own = Q(pk__in=members.values("household_id")) | Q(created_by=actor.id, created_at__gt=now() - FRESH)
    only_sealed = Membership.objects.filter(until=None, person__sealed=True).exclude(
        protection_team_of(actor, "person")
    )
    reached = reach(actor, act, own=own, unit="unit_id", office="office_id", area="region_code")
    open_members = Membership.objects.filter(until=None, person__sealed=False)
    hidden = Q(pk__in=only_sealed.values("household_id")) & ~Q(pk__in=open_members.values("household_id"))
    if barred := barred_subjects(actor):
        hidden |= Q(pk__in=Membership.objects.filter(person__in=barred).values("household_id"))
    return reached & ~hidden


def proposal_reach(actor: Actor, act: str) -> Q:
    """Merge questions about persons of one's unit, office or area; sealed persons: the team alone."""
    reached = reach(
        actor,
        act,
        own=Q(proposed_by=actor.id),
        unit="kept__unit_id",
        office="kept__office_id",
        area="kept__region_code",
    )
    team = protection_team_of(actor, "kept") | protection_team_of(actor, "folded")
    unsealed = Q(kept__sealed=False, folded__sealed=False)
    if standing_grants(actor, act):
        reached |= Q(pk__in=[]) if actor.person_id else team & ~unsealed
    reached &= unsealed | team
    if barred := barred_subjects(actor):
        reached &= ~Q(kept__in=barred) & ~Q(folded__in=barred)
    return reached


def glass_reach(actor: Actor, act: str) -> Q:
    """Emergency readings of persons in one's care, and of what people of one's own unit or office read.

    Judged is a reading by whoever answers for the client. The reader's own house judges only where no
    office answers for the client, or where the client's office has let the 72 hours pass.
    """
    cared_for = Q(subject_id__in=Person.objects.filter(person_reach(actor, act)).values("pk"))
    by_ours = reach(actor, act, own=Q(actor_id=actor.id), unit="unit_id", office="office_id")
    if act == "registry.review_broken_glass":
        somebodys = Person.objects.exclude(office_id=None, unit_id=None).values("pk")
        by_ours &= ~Q(subject_id__in=somebodys) | Q(review_due__lt=now())
    sealed = Person.objects.filter(sealed=True).exclude(protection_team_of(actor)).values("pk")
    if barred := barred_subjects(actor):
        by_ours &= Q(actor_id=actor.id) | ~Q(subject_id__in=barred)
    return cared_for | (by_ours & (Q(actor_id=actor.id) | ~Q(subject_id__in=sealed)))


def batch_reach(actor: Actor, act: str) -> Q:
    """Imports of one's own, one's unit or office."""
    return reach(actor, act, own=Q(uploaded_by=actor.id), unit="unit_id", office="office_id")
