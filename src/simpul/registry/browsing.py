"""The brake on browsing: how many files outside the own caseload an actor opened within the hour."""

from __future__ import annotations

import uuid
from datetime import timedelta

from simpul.kernel.actor import Actor, ActorKind, Role
from simpul.kernel.clock import now
from simpul.registry.errors import TooManyOpened
from simpul.registry.models import Person
from simpul.registry.policies import own_persons
from simpul.safeguards.models import AuditLine
from simpul.safeguards.reach import broken_glass_subjects

LIMIT = 30
WINDOW = timedelta(hours=1)
READING = "registry.person_file"
OVERSEERS = (Role.SUPERVISOR, Role.HEAD_OF_OFFICE)


def opened_outside(actor: Actor) -> set[uuid.UUID]:
    """The persons whose files were opened within the hour and who are not of the actor's caseload.

    For those who oversee a team or an office, its persons are their caseload.
    """
    opened = _opened(actor)
    if not opened:
        return opened
    own = own_persons(actor, READING if actor.holds(*OVERSEERS) else "")
    persons = Person.objects.filter(pk__in=opened)
    if actor.holds(*OVERSEERS) and actor.unit_id:
        persons = persons.exclude(unit_id=actor.unit_id)
    kept = set(persons.filter(own).values_list("pk", flat=True))
    return set(persons.values_list("pk", flat=True)) - kept


def _opened(actor: Actor) -> set[uuid.UUID]:
    lines = AuditLine.objects.filter(at__gt=now() - WINDOW, actor_id=actor.id, act=READING, outcome="read")
    return {uuid.UUID(one) for one in lines.values_list("record_id", flat=True).distinct() if one}


def brake(actor: Actor, person: Person) -> None:
    """Refuse one more file when the hour's measure is full; one's own caseload is never refused."""
    if actor.kind is not ActorKind.STAFF or len(_opened(actor)) < LIMIT:
        return
    opened = opened_outside(actor)
    if person.id in opened or len(opened) < LIMIT:
        return
    if actor.holds(*OVERSEERS) and actor.unit_id and person.unit_id == actor.unit_id:
        return
    if person.id in broken_glass_subjects(actor):
        return
    if Person.objects.filter(own_persons(actor), pk=person.id).exists():
        return
    raise TooManyOpened(LIMIT)


def is_over_the_limit(actor: Actor) -> bool:
    """Whether the brake has been pulled within the hour."""
    return len(opened_outside(actor)) >= LIMIT
