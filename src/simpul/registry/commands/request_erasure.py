"""A person wants to be forgotten; the first of two members of staff writes it down."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.models import ErasureRequest, Person
from simpul.registry.telling import tell_supervisors
from simpul.safeguards.gate import command


@command(on=Person, reach=policies.person_reach)
def request_erasure(actor: Actor, person: Person, *, ground: str) -> uuid.UUID:
    """Ask for the erasure of a file with its ground (UU 27/2022 art. 8; the end of the retention time)."""
    if not ground.strip():
        words = N_("Write the ground: the client's request with its date, or the end of the retention time.")
        raise InvalidInput([FieldFault("ground", Text(words))])
    if ErasureRequest.objects.filter(person=person, confirmed_at=None, dropped_at=None).exists():
        raise InvalidInput([FieldFault("", Text(N_("The erasure of this file was asked for already.")))])
    request: ErasureRequest = ErasureRequest.objects.create(
        person=person, ground=ground.strip()[:200], requested_by=actor.id
    )
    tell_supervisors(
        actor,
        (person.unit_id, person.office_id),
        kind="erasure_requested",
        title=Text(N_("The erasure of a file was asked for: a second person must confirm")),
        url=f"/orang/{person.id}/hapus/",
    )
    return request.id
