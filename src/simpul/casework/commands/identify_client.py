"""The unknown client becomes known: the case is linked and every text is locked with the client's own key."""

from __future__ import annotations

import uuid

from simpul.casework import policies
from simpul.casework.commands._client import demand_client
from simpul.casework.commands._course import demand_open
from simpul.casework.commands._relock import lock_anew
from simpul.casework.commands._team import demand_no_tie, join
from simpul.casework.consenting import ConsentGiven, keep_consent
from simpul.casework.models import Assignment, Case
from simpul.casework.people import team_of
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach)
def identify_client(
    actor: Actor, case: Case, *, client_id: uuid.UUID, consent: ConsentGiven | None = None
) -> None:
    """Link the case to a person of the registry. A case never changes from one person to another here."""
    demand_open(case)
    if case.client_id == client_id:
        return
    if case.client_id is not None:
        raise Refused(
            Text(N_("This case belongs to a person already. A wrong link is undone by merging persons."))
        )
    demand_client(actor, "casework.identify_client", client_id)
    for staff_id in team_of(case):
        demand_no_tie(staff_id, client_id)
    case.client_id = client_id
    case.unknown_because = ""
    lock_anew(case)
    case.version += 1
    case.save()
    for one in Assignment.objects.filter(case=case, until=None):
        join(actor, case, one.staff_id, one.role)
    if consent is not None:
        keep_consent(actor, client_id, consent)
    note_in_audit(subjects=[client_id])
