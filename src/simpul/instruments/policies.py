"""What an actor can reach among forms."""

from __future__ import annotations

from django.db.models import Q

from simpul.kernel.actor import Actor
from simpul.safeguards.reach import EVERYTHING, reach

CATALOGUE = "instruments.instrument_catalogue"
READING = frozenset({"instruments.instrument_form", "instruments.instrument_cards"})


def instrument_reach(actor: Actor, act: str) -> Q:
    """Forms say nothing about anybody, so whoever holds old answers may read their form; offices choose from
    the starters and their own; and only an office's own forms can be retired by it."""
    if act in READING:
        return EVERYTHING
    if act == CATALOGUE:
        own = Q(instrument__office_id=actor.office_id) if actor.office_id else Q(pk__in=[])
        return reach(
            actor,
            act,
            own=Q(instrument__office=None) | own,
            office="instrument__office_id",
            area="instrument__office__region_code",
        )
    return reach(actor, act, office="instrument__office_id", area="instrument__office__region_code")


def upload_reach(actor: Actor, act: str) -> Q:
    """Forms that one's own office is looking at."""
    return reach(actor, act, office="office_id", area="office__region_code")
