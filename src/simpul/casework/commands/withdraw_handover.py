"""An offered case is not handed over after all: whoever answers for it takes the offer back."""

from __future__ import annotations

from simpul.casework import policies
from simpul.casework.commands._handing import take_back
from simpul.casework.errors import WrongStage
from simpul.casework.models import Handover
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command


@command(on=Handover, reach=policies.record_reach)
def withdraw_handover(actor: Actor, handover: Handover) -> None:
    """Nothing changes for the client; the colleague is told that no answer is needed any more."""
    if handover.state != "offered":
        raise WrongStage(Text(N_("This hand-over was answered already.")))
    take_back(actor, handover)
