"""A second person judges an emergency reading, within 72 hours."""

from __future__ import annotations

from django.db.models import Q

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput, Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.models import BrokenGlass
from simpul.safeguards.reach import reach


def glass_reach(actor: Actor, act: str) -> Q:
    """Emergency readings by people of one's own unit or office."""
    return reach(actor, act, own=Q(actor_id=actor.id), unit="unit_id", office="office_id")


@command(on=BrokenGlass, reach=glass_reach)
def review_broken_glass(actor: Actor, glass: BrokenGlass, *, justified: bool, words: str) -> None:
    """Say whether the reading was justified, and why. One cannot review oneself, nor twice."""
    if glass.actor_id == actor.id:
        raise Refused(Text(N_("Somebody else must review your emergency reading.")))
    if glass.reviewed_at is not None:
        raise Refused(Text(N_("This emergency reading was already reviewed.")))
    if not words.strip():
        raise InvalidInput([FieldFault("words", Text(N_("Write why you judge so.")))])
    glass.reviewed_at = now()
    glass.reviewed_by = actor.id
    glass.justified = justified
    glass.review_words = words
    if glass.ends_at > glass.reviewed_at and not justified:
        glass.ends_at = glass.reviewed_at
    glass.save()
    note_in_audit(justified=justified)
