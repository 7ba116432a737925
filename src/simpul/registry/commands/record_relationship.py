"""How two persons stand to each other."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import DIRECTED_TIES, TieKind
from simpul.registry.models import Person, Relationship
from simpul.registry.names import tidy_lines
from simpul.safeguards.gate import command, note_in_audit


@command(on=Person, reach=policies.person_reach)
def record_relationship(
    actor: Actor,
    person: Person,
    *,
    kind: str,
    other_id: uuid.UUID,
    reverse: bool = False,
    since: date | None = None,
    remark: str = "",
) -> uuid.UUID:
    """``person`` is, or does, ``kind`` to the other; with ``reverse`` the other way round."""
    other = Person.objects.filter(
        policies.thin_reach(actor, "registry.record_relationship"), pk=other_id
    ).first()
    faults = _faults(person, other, kind, since)
    if faults or other is None:
        raise InvalidInput(faults)
    first, second = (other, person) if reverse else (person, other)
    if kind not in DIRECTED_TIES and second.id < first.id:
        first, second = second, first  # who is written first does not matter: one row, one order
    standing = Relationship.objects.filter(person=first, other=second, kind=kind, until=None).first()
    if standing is not None:
        raise InvalidInput([FieldFault("kind", Text(N_("This relationship is recorded already.")))])
    tie: Relationship = Relationship.objects.create(
        person=first, other=second, kind=kind, since=since, remark=tidy_lines(remark), recorded_by=actor.id
    )
    note_in_audit(subjects=[first.id, second.id], kind=kind)
    return tie.id


def _faults(person: Person, other: Person | None, kind: str, since: date | None) -> list[FieldFault]:
    faults = []
    if other is None:
        faults.append(
            FieldFault("other_id", Text(N_("Look up the other person first, or register her or him.")))
        )
    elif other.id == person.id:
        faults.append(FieldFault("other_id", Text(N_("Choose somebody else: these are the same person."))))
    if kind not in TieKind.values:
        faults.append(FieldFault("kind", Text(N_("Choose how they stand to each other."))))
    if since and since > today():
        faults.append(FieldFault("since", Text(N_("The day lies in the future."))))
    return faults
