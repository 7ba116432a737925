"""What stood in the way, as a form says it, and how it is kept."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from simpul.casework.errors import Faults
from simpul.casework.models import Case
from simpul.casework.people import author
from simpul.directory.models import Agency, Service
from simpul.kernel.actor import Actor, ActorKind
from simpul.kernel.clock import today
from simpul.kernel.text import N_
from simpul.reference.queries.referrals import barrier_types
from simpul.referral.barriers import look_after
from simpul.referral.choices import DeclineReason
from simpul.referral.models import Barrier, Referral
from simpul.safeguards.gate import note_in_audit

# What a refusal says of itself about the barrier behind it.
OF_REFUSAL: dict[str, str] = {
    DeclineReason.FULL: "capacity",
    DeclineReason.NOT_OURS: "rule",
    DeclineReason.AREA: "rule",
    DeclineReason.CONDITIONS: "rule",
    DeclineReason.PAPERS: "document",
    DeclineReason.UNSAFE: "safety",
    DeclineReason.KNOWN: "other",
    DeclineReason.OTHER: "other",
}


@dataclass(frozen=True)
class BarrierGiven:
    """A kind of barrier with what is known about it."""

    kind: str
    happened_on: date | None = None
    rule: str = ""
    words: str = ""
    tried: str = ""


def check_barrier(actor: Actor, faults: Faults, given: BarrierGiven) -> None:
    """A kind that the reference data knows, on a day that has come."""
    if given.kind not in {one.code for one in barrier_types(actor)}:
        faults.add("kind", N_("Choose what was in the way."))
    if given.happened_on is not None and given.happened_on > today():
        faults.add("happened_on", N_("Choose today or an earlier day."))
    if given.kind == "rule" and not given.rule.strip():
        faults.add("rule", N_("Name the rule, as it was told."))


def keep_barrier(
    actor: Actor,
    case: Case,
    given: BarrierGiven,
    *,
    referral: Referral | None = None,
    agency: Agency | None = None,
    service: Service | None = None,
) -> uuid.UUID:
    """Keep it, with the agency of the referral in which it arose; it has an owner and a date at once."""
    made: Barrier = Barrier.objects.create(
        case=case, referral=referral,
        agency=referral.agency if referral else agency,
        service=referral.service if referral else service,
        kind=given.kind, happened_on=given.happened_on or today(),
        rule=given.rule.strip(), words=given.words.strip(), tried=given.tried.strip(),
        by_id=author(actor), by_partner=actor.kind is ActorKind.PARTNER,
    )  # fmt: skip
    look_after(actor, made)
    note_in_audit(barrier=given.kind)
    return made.id
