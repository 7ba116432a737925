"""Looking for a service with plain words, to choose one of what was found."""

from __future__ import annotations

import uuid

from simpul.directory.queries.find_services import FoundService, find_services
from simpul.engines.matching import Ask
from simpul.kernel.actor import Actor

LONGEST = 300


def services_for(actor: Actor, words: str, *, most: int) -> tuple[FoundService, ...]:
    """Each service once, whichever of its places was found first. Nothing of the words is kept."""
    words = words[:LONGEST].strip()
    rows = find_services(actor, ask=Ask(words=words), limit=most * 2).rows if words else ()
    once: dict[uuid.UUID, FoundService] = {}
    for row in rows:
        once.setdefault(row.service_id, row)
    return tuple(once.values())[:most]
