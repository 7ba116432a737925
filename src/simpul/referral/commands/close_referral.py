"""The loop closes with the client: how does she see it?"""

from __future__ import annotations

from simpul.casework.errors import Faults
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_
from simpul.referral import policies
from simpul.referral.choices import ClientView
from simpul.referral.course import take_step
from simpul.referral.models import Referral
from simpul.referral.rules.loop import Act, State
from simpul.safeguards.gate import command, note_in_audit


@command(on=Referral, reach=policies.referral_reach)
def close_referral(
    actor: Actor, referral: Referral, *, client_view: str, client_words: str = "", words: str = ""
) -> None:
    """With her view in her own words; who could not be asked is said with the reason."""
    faults = Faults()
    faults.one_of(ClientView, client_view=client_view)
    if client_view == ClientView.NOT_ASKED and not words.strip():
        faults.add("words", N_("Say why she could not be asked, and what was tried."))
    faults.settle()
    referral.client_view, referral.client_words = client_view, client_words.strip()
    take_step(actor, referral, Act.CLOSE, State.CLOSED, words=words)
    note_in_audit(view=client_view)
