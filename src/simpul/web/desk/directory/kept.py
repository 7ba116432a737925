"""Whether this reader keeps an entry, for showing the acts on it; the gate decides again."""

from __future__ import annotations

import uuid

from simpul.directory.queries.keeping import kept_agency, kept_service
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Hidden
from simpul.safeguards.permissions import may


def keeps_agency(actor: Actor, agency_id: uuid.UUID) -> bool:
    if not may(actor, "directory.kept_agency"):
        return False
    try:
        kept_agency(actor, agency_id)
    except Hidden:
        return False
    return True


def keeps_service(actor: Actor, service_id: uuid.UUID) -> bool:
    if not may(actor, "directory.kept_service"):
        return False
    try:
        kept_service(actor, service_id)
    except Hidden:
        return False
    return True
