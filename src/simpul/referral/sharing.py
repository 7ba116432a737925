"""What the client allows to go to one agency, at this moment, kind of data by kind of data.

A consent that names another agency says nothing about this one; one that names none holds for all. An
express no wins, whichever consent it stands in. Asked when a packet is put together, when it is sent, and at
every single reading: what was taken back is unreadable from that moment, without anybody's doing.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from simpul.directory.models import Agency
from simpul.referral.models import Referral
from simpul.referral.rules.disclosing import Line, going, weigh
from simpul.safeguards.consent import Disclosure, FieldGroup, Purpose, concerning, disclosable, standing
from simpul.safeguards.models import Consent


@dataclass(frozen=True)
class Ground:
    """A consent or cited duty on which something goes to this agency."""

    id: uuid.UUID
    basis: str
    given_how: str
    article: str
    since: datetime
    until: datetime | None
    names_agency: bool


def grounds_for(client_id: uuid.UUID, agency: Agency) -> tuple[Ground, ...]:
    """The consents and duties that stand and concern this agency, the oldest first."""
    consents = concerning(standing(client_id, Purpose.SHARING), **_named(agency)).order_by("stands_from")
    return tuple(_ground(one) for one in consents)


def allowed_for(client_id: uuid.UUID, agency: Agency) -> Disclosure:
    """What may go to this agency now."""
    return disclosable(client_id, Purpose.SHARING, **_named(agency))


def _named(agency: Agency) -> dict[str, Any]:
    """How a consent names this agency: by its entry, or in words."""
    return {"recipient_id": agency.id, "recipient": agency.name}


def _ground(one: Consent) -> Ground:
    return Ground(
        one.id, one.basis, one.given_how, one.legal_article, one.stands_from, one.stands_until,
        bool(one.recipient_id or one.recipient),
    )  # fmt: skip


def lines_of(referral: Referral) -> tuple[Line, ...]:
    """Every kind of data with what becomes of it in this referral at this moment."""
    client = referral.case.client
    if client is None or client.erased_at or client.merged_into_id:
        return weigh(FieldGroup.values, referral.wanted, (), sealed=True)
    allowed = allowed_for(client.id, referral.agency)
    return weigh(FieldGroup.values, referral.wanted, allowed.allowed, sealed=client.sealed)


def may_go(referral: Referral) -> frozenset[str]:
    """The kinds of data of this referral that may be read by its agency now; none: access is over."""
    return going(lines_of(referral))
