"""The reviewer finds that two files are two persons."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput, Refused
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ProposalStatus
from simpul.registry.models import MergeProposal
from simpul.safeguards.gate import command


@command(on=MergeProposal, reach=policies.proposal_reach)
def keep_apart(actor: Actor, proposal: MergeProposal, *, words: str) -> None:
    """Answer a merge question with no. A contested number stays contested until it is corrected."""
    if proposal.status != ProposalStatus.WAITING:
        raise Refused(Text(N_("This question was answered already.")))
    if proposal.proposed_by == actor.id:
        raise Refused(Text(N_("Somebody else must answer what you asked.")))
    if not words.strip():
        raise InvalidInput([FieldFault("words", Text(N_("Write what you found.")))])
    proposal.status = ProposalStatus.DISTINCT
    proposal.decided_by = actor.id
    proposal.decided_at = now()
    proposal.decision_words = words.strip()
    proposal.save()
