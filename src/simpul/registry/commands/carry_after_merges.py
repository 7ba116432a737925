"""Merges that an earlier version made left cases, rights, duties and papers with the folded file."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.registry.carrying import Carried, carry
from simpul.registry.choices import ProposalStatus
from simpul.registry.models import MergeProposal
from simpul.safeguards.gate import command, note_in_audit


@command()
def carry_after_merges(actor: Actor) -> int:
    """Let them follow to the kept file; separating the files takes it back. Returns how many merges.

    Oldest first: what came to a file that was itself merged since goes on to where that leads.
    """
    merged = MergeProposal.objects.filter(status=ProposalStatus.MERGED)
    left = list(merged.exclude(moved__0__model="carried").order_by("decided_at", "pk"))
    done = 0
    for proposal in left:
        kept, folded = proposal.kept.locked(), proposal.folded.locked()
        if kept.erased_at or folded.erased_at:
            continue
        _take_along(actor, proposal)
        later = merged.filter(folded=kept, moved__0__model="carried").first()
        while later is not None:
            _take_along(actor, later)
            later = merged.filter(folded=later.kept_id, moved__0__model="carried").first()
        done += 1
    note_in_audit(merges=done)
    return done


def _take_along(actor: Actor, proposal: MergeProposal) -> None:
    what = carry(actor, proposal.kept.locked(), proposal.folded.locked())
    moved = list(proposal.moved)
    if moved and moved[0]["model"] == "carried":
        what = _together(moved.pop(0)["what"], what)
    proposal.moved = [{"model": "carried", "what": what}, *moved]
    proposal.save()


def _together(first: Carried, second: Carried) -> Carried:
    """One record of what was carried in two goes: ids by kind, at whatever depth."""
    return {
        name: _together(first[name], second[name])
        if isinstance(first.get(name), dict) and isinstance(second.get(name), dict)
        else [*first.get(name, []), *second.get(name, [])]
        for name in {**first, **second}
    }
