"""Two files are one person: a reviewer folds the one into the other."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput, Refused
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ProposalStatus
from simpul.registry.errors import TwoValidNik
from simpul.registry.matching import file_keys
from simpul.registry.merging import differing_nik, move_all
from simpul.registry.models import MergeProposal
from simpul.registry.telling import sight_lost_by, tell_of_lost_sight
from simpul.safeguards.gate import command, note_in_audit


@command(on=MergeProposal, reach=policies.proposal_reach)
def merge_persons(actor: Actor, proposal: MergeProposal, *, words: str, sure: bool = False) -> None:
    """Fold one file into the other after seeing agreements and contradictions. Can be taken back."""
    if proposal.status != ProposalStatus.WAITING:
        raise Refused(Text(N_("This question was answered already.")))
    if proposal.proposed_by == actor.id:
        raise Refused(Text(N_("Somebody else must answer what you asked.")))
    faults = []
    if not words.strip():
        faults.append(FieldFault("words", Text(N_("Write what you found."))))
    if not sure:
        faults.append(FieldFault("sure", Text(N_("Confirm that you compared both files."))))
    if faults:
        raise InvalidInput(faults)
    kept, folded = proposal.kept.locked(), proposal.folded.locked()
    if kept.merged_into_id or folded.merged_into_id or kept.erased_at or folded.erased_at:
        raise Refused(Text(N_("One of the files was merged or erased since.")))
    if differing_nik(kept, folded):
        raise TwoValidNik
    lost = sight_lost_by(kept, folded)
    proposal.moved = move_all(actor, kept, folded, proposal.id)
    tell_of_lost_sight(actor, kept, lost)
    proposal.status = ProposalStatus.MERGED
    proposal.decided_by = actor.id
    proposal.decided_at = now()
    proposal.decision_words = words.strip()
    proposal.save()
    for person in (kept.locked(), folded.locked()):
        file_keys(person)
    note_in_audit(moved=len(proposal.moved))
