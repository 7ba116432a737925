"""Who keeps which entries of the directory. Reading them is everybody's, but for what is sealed."""

from __future__ import annotations

from django.db.models import Q

from simpul.kernel.actor import Actor
from simpul.safeguards.reach import EVERYTHING, reach


def agency_reach(actor: Actor, act: str) -> Q:
    """Entries that one's office keeps, and those in the area of one's grant."""
    own = Q(keeper_id=actor.office_id) if actor.office_id else None
    return reach(actor, act, own=own, office="keeper_id", area="region_code")


def service_reach(actor: Actor, act: str) -> Q:
    """Services of the agencies that one keeps."""
    own = Q(agency__keeper_id=actor.office_id) if actor.office_id else None
    return reach(actor, act, own=own, office="agency__keeper_id", area="agency__region_code")


def report_reach(actor: Actor, act: str) -> Q:
    """What was reported about the services that one keeps."""
    own = Q(service__agency__keeper_id=actor.office_id) if actor.office_id else None
    return reach(
        actor, act, own=own, office="service__agency__keeper_id", area="service__agency__region_code"
    )


def package_reach(actor: Actor, act: str) -> Q:
    """Foreign packages that one's office takes in."""
    own = Q(office_id=actor.office_id) if actor.office_id else None
    return reach(actor, act, own=own, office="office_id")


def any_entry(actor: Actor, act: str) -> Q:
    """Every entry that is open to readers; an ended agency is gone for them."""
    return EVERYTHING
