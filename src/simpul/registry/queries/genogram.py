"""The family of a person as the diagram engine draws it, from what the registry knows."""

from __future__ import annotations

import uuid

from simpul.engines.diagrams import (
    MOST_PERSONS,
    Genogram,
    GenogramPerson,
    Household,
    Parentage,
    ParentageKind,
    Sex,
    Tie,
    TieKind,
    Union,
    UnionKind,
)
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.registry import choices, policies
from simpul.registry.models import Membership, Person, Relationship
from simpul.registry.rules.birth_dates import age_on
from simpul.safeguards.gate import note_in_audit, query

STEPS = 3
_PARENTS = {
    choices.TieKind.PARENT: ParentageKind.BIOLOGICAL,
    choices.TieKind.ADOPTIVE_PARENT: ParentageKind.ADOPTED,
    choices.TieKind.FOSTER_PARENT: ParentageKind.FOSTER,
}
_UNIONS = {
    choices.TieKind.MARRIED: UnionKind.MARRIED,
    choices.TieKind.COHABITING: UnionKind.COHABITING,
    choices.TieKind.SEPARATED: UnionKind.SEPARATED,
    choices.TieKind.DIVORCED: UnionKind.DIVORCED,
    choices.TieKind.WIDOWED: UnionKind.WIDOWED,
}
_TIES = {
    choices.TieKind.VERY_CLOSE: TieKind.VERY_CLOSE,
    choices.TieKind.CLOSE: TieKind.CLOSE,
    choices.TieKind.DISTANT: TieKind.DISTANT,
    choices.TieKind.CONFLICT: TieKind.CONFLICT,
    choices.TieKind.CUT_OFF: TieKind.CUT_OFF,
    choices.TieKind.VIOLENCE: TieKind.VIOLENCE,
    choices.TieKind.CARER: TieKind.CARE,
}
_SEX = {"f": Sex.FEMALE, "m": Sex.MALE, "": Sex.UNKNOWN}
DRAWN = (*_PARENTS, *_UNIONS, *_TIES)


@query(on=Person, reach=policies.person_reach)
def genogram_of(actor: Actor, person: Person) -> Genogram:
    """Everybody within three steps of the person, and those under one roof; a sealed one is left out."""
    people, ties = _circle(actor, person)
    roof = Membership.objects.filter(
        household__memberships__person=person, household__memberships__until=None
    )
    living = [one for one in roof.filter(until=None).values_list("person_id", flat=True) if one in people]
    note_in_audit(subjects=list(people))
    return Genogram(
        persons=tuple(_symbol(one, index=one.id == person.id) for one in people.values()),
        unions=tuple(
            Union(
                str(tie.person_id),
                str(tie.other_id),
                _UNIONS[choices.TieKind(tie.kind)],
                tie.since.year if tie.since else None,
                tie.until.year if tie.until else None,
            )
            for tie in ties
            if tie.kind in _UNIONS
        ),
        parentages=tuple(
            Parentage(str(tie.person_id), str(tie.other_id), _PARENTS[choices.TieKind(tie.kind)])
            for tie in ties
            if tie.kind in _PARENTS
        ),
        ties=tuple(
            Tie(str(tie.person_id), str(tie.other_id), _TIES[choices.TieKind(tie.kind)])
            for tie in ties
            if tie.kind in _TIES and tie.until is None
        ),
        households=(Household("", tuple(str(one) for one in living)),) if len(living) > 1 else (),
        twins=tuple(
            (str(tie.person_id), str(tie.other_id)) for tie in ties if tie.kind == choices.TieKind.TWIN
        ),
    )


def _circle(actor: Actor, person: Person) -> tuple[dict[uuid.UUID, Person], list[Relationship]]:
    """Persons within STEPS ties, nearest first, and the ties among them; at most what a page holds."""
    known = {person.id: person}
    ties: dict[uuid.UUID, Relationship] = {}
    edge = {person.id}
    drawn = [*DRAWN, choices.TieKind.TWIN]
    for _step in range(STEPS):
        rows = Relationship.objects.filter(kind__in=drawn)
        rows = rows.filter(person__in=edge) | rows.filter(other__in=edge)
        found = list(rows)
        ties |= {tie.id: tie for tie in found}
        ids = {one for tie in found for one in (tie.person_id, tie.other_id)} - set(known)
        edge = set()
        visible = policies.thin_reach(actor, "registry.genogram_of") | policies.own_persons(actor)
        for one in Person.objects.filter(visible, pk__in=ids).order_by("birth_date", "id"):
            if len(known) < MOST_PERSONS:
                known[one.id] = one
                edge.add(one.id)
        if not edge:
            break
    kept = [tie for tie in ties.values() if tie.person_id in known and tie.other_id in known]
    return known, sorted(kept, key=lambda tie: str(tie.id))


def _symbol(person: Person, *, index: bool) -> GenogramPerson:
    return GenogramPerson(
        id=str(person.id),
        label=person.call_name or person.full_name or "?",
        sex=_SEX.get(person.sex, Sex.UNKNOWN),
        birth_year=person.birth_date.year if person.birth_date else None,
        age=age_on(today(), person.birth_date) if person.birth_date else None,
        death_year=person.deceased_on.year if person.deceased_on else None,
        index=index,
    )
