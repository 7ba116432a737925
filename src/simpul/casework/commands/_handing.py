"""What becomes of an offered hand-over when nobody is to answer it any more."""

from __future__ import annotations

from simpul.casework import duties
from simpul.casework.models import Case, Handover
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_


def take_back(actor: Actor, handover: Handover) -> None:
    """It can no longer be accepted; the one asked and the one who offered are told."""
    handover.state, handover.answered_at = "withdrawn", now()
    handover.save()
    duties.no_longer(actor, "accept_handover", handover.id)
    people = [handover.to_staff_id, handover.from_staff_id]
    duties.tell(actor, handover.case, people, "handover", N_("The hand-over was taken back (%(reference)s)"))


def take_back_offers(actor: Actor, case: Case) -> None:
    """Somebody else answers for the case now, or nobody has to: an old offer must not move it."""
    for one in Handover.objects.select_for_update().filter(case=case, state="offered"):
        take_back(actor, one)
