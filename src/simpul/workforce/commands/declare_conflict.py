"""A person is kin, or there is an interest: that person's cases go to somebody else."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce import policies
from simpul.workforce.choices import TieKind
from simpul.workforce.faults import refuse_faults, unknown_choice
from simpul.workforce.models import ConflictDeclaration, Staff


@command(on=Staff, reach=policies.staff_reach)
def declare_conflict(
    actor: Actor, staff: Staff, *, person_id: uuid.UUID, kind: str = "kin", words: str = ""
) -> uuid.UUID:
    """Declare a tie to a person, one's own or (as supervisor) a colleague's. Declared twice counts once."""
    refuse_faults([unknown_choice("kind", kind, TieKind.values)])
    note_in_audit(subjects=[person_id], kind=kind)
    standing = ConflictDeclaration.objects.filter(
        staff=staff, person_id=person_id, kind=kind, withdrawn_at=None
    ).first()
    if standing:
        return standing.id
    tie = ConflictDeclaration.objects.create(
        staff=staff, person_id=person_id, kind=kind, words=words, declared_by=actor.id
    )
    return tie.id  # type: ignore[no-any-return]
