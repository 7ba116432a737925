"""What a form says about a referral, and what must be in it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from simpul.casework.errors import Faults
from simpul.directory.choices import ServiceStatus
from simpul.directory.models import Service
from simpul.kernel.text import N_
from simpul.referral.choices import Urgency
from simpul.referral.models import Referral
from simpul.referral.rules.disclosing import NEVER, TOLD
from simpul.safeguards.consent import FieldGroup


@dataclass(frozen=True)
class ReferralGiven:
    """To which service, for what, and what the agency needs to know for that: no more."""

    service_id: uuid.UUID | None
    asked: str
    wanted: tuple[str, ...] = ("identity",)
    told: Mapping[str, str] = field(default_factory=dict)
    caution: str = ""
    urgency: str = Urgency.NORMAL


def service_given(given: ReferralGiven) -> Service:
    """Check the answers; the service they name."""
    faults = Faults()
    faults.need(asked=given.asked)
    faults.one_of(Urgency, urgency=given.urgency)
    open_ones = Service.objects.filter(agency__ended_on=None).exclude(status=ServiceStatus.DEFUNCT)
    service = open_ones.select_related("agency").filter(pk__in=[given.service_id]).first()
    if service is None:
        faults.add("service_id", N_("Choose the service that can help."))
    known = set(FieldGroup.values) - NEVER
    if not given.wanted or not set(given.wanted) <= known:
        faults.add("wanted", N_("Tick what the agency needs to know, at least one kind of data."))
    for group in given.wanted:
        if group in TOLD and not str(given.told.get(group, "")).strip():
            faults.add(f"told_{group}", N_("Write what the agency needs to know about this, or untick it."))
    faults.settle()
    assert service is not None
    return service


def put_in(referral: Referral, given: ReferralGiven, service: Service) -> None:
    """The answers become the draft."""
    referral.service, referral.agency = service, service.agency
    referral.asked, referral.caution = given.asked.strip(), given.caution.strip()
    referral.urgency = given.urgency
    referral.wanted = [group for group in FieldGroup.values if group in given.wanted]
    told = {group: str(given.told.get(group, "")).strip() for group in TOLD if group in given.wanted}
    referral.told = {group: text for group, text in told.items() if text}
