"""A worker thinks that two files are one person; somebody else will look."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.cards import ask_for_review
from simpul.registry.choices import ProposalOrigin
from simpul.registry.matching import MATCHER, facts_of_person
from simpul.registry.models import Person
from simpul.registry.telling import tell_supervisors
from simpul.safeguards.gate import command, note_in_audit


@command(on=Person, reach=policies.person_reach)
def propose_merge(actor: Actor, person: Person, *, other_id: uuid.UUID, reason: str) -> uuid.UUID:
    """Ask whether ``person`` and the other are one. The older file would be kept."""
    faults = []
    other = Person.objects.filter(policies.thin_reach(actor, "registry.propose_merge"), pk=other_id).first()
    if other is None or other.id == person.id:
        faults.append(FieldFault("other_id", Text(N_("Choose the other file."))))
    if not reason.strip():
        faults.append(FieldFault("reason", Text(N_("Say why you think that they are one person."))))
    if faults or other is None:
        raise InvalidInput(faults)
    kept, folded = sorted((person, other), key=lambda one: (one.created_at, str(one.id)))
    likeness = MATCHER.compare(facts_of_person(kept), facts_of_person(folded))
    proposal_id = ask_for_review(
        actor.id, kept, folded, origin=ProposalOrigin.WORKER, score=likeness.score, reason=reason.strip()
    )
    tell_supervisors(
        actor,
        (kept.unit_id, kept.office_id),
        kind="merge_proposed",
        title=Text(N_("Two files may be one person: please review")),
        url=f"/orang/gabung/{proposal_id}/",
    )
    note_in_audit(subjects=[person.id, other.id])
    return proposal_id
