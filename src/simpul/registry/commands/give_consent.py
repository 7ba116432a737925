"""The client says what may be done with what she tells."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime

from simpul.kernel.actor import Actor
from simpul.registry import policies
from simpul.registry.models import Person
from simpul.safeguards.commands.record_consent import record_consent
from simpul.safeguards.gate import command


@command(on=Person, reach=policies.person_reach)
def give_consent(
    actor: Actor,
    person: Person,
    *,
    purpose: str,
    given_how: str,
    items: Mapping[str, bool],
    basis: str = "consent",
    recipient: str = "",
    witness: str = "",
    guardian: str = "",
    guardian_basis: str = "",
    legal_article: str = "",
    language: str = "id",
    explained: str = "",
    stands_until: datetime | None = None,
) -> uuid.UUID:
    """Record one consent or cited duty of this person, kind of data by kind of data."""
    return record_consent(
        actor,
        subject_id=person.id,
        purpose=purpose,
        given_how=given_how,
        items=items,
        basis=basis,
        recipient=recipient[:120],
        witness=witness,
        guardian=guardian,
        guardian_basis=guardian_basis[:120],
        legal_article=legal_article[:200],
        language=language,
        explained=explained,
        stands_until=stands_until,
    )
