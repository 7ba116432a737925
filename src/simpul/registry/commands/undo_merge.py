"""A merge was wrong: both files stand again as they were."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput, Refused
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ProposalStatus
from simpul.registry.matching import file_keys
from simpul.registry.merging import move_back
from simpul.registry.models import MergeProposal
from simpul.safeguards.gate import command, note_in_audit


@command(on=MergeProposal, reach=policies.proposal_reach)
def undo_merge(actor: Actor, proposal: MergeProposal, *, words: str) -> None:
    """Move back exactly what was moved. What was written since stays with the kept file."""
    if proposal.status != ProposalStatus.MERGED:
        raise Refused(Text(N_("These files are not merged.")))
    if not words.strip():
        raise InvalidInput([FieldFault("words", Text(N_("Write why the merge was wrong.")))])
    if proposal.folded.erased_at or proposal.kept.erased_at:
        raise Refused(Text(N_("One of the files was merged or erased since.")))
    if proposal.kept.merged_into_id:
        later = N_("The kept file was itself merged since. Separate that one first, then this.")
        raise Refused(Text(later))
    try:
        with transaction.atomic():
            kept, folded = proposal.kept.locked(), proposal.folded.locked()
            restored = move_back(actor, proposal.moved, kept, folded)
    except IntegrityError:
        obstacle = N_(
            "Facts recorded since the merge stand in the way. Put them right on the kept file first."
        )
        raise Refused(Text(obstacle)) from None
    proposal.status = ProposalStatus.UNDONE
    proposal.undone_by = actor.id
    proposal.undone_at = now()
    proposal.decision_words = f"{proposal.decision_words}\n\n{words.strip()}"
    proposal.save()
    for person in (proposal.kept.locked(), proposal.folded.locked()):
        file_keys(person)
    note_in_audit(restored=restored)
