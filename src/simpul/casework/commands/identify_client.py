"""The unknown client becomes known: the case is linked and every text is locked with the client's own key."""

from __future__ import annotations

import uuid
from typing import Any

from django.apps import apps

from simpul.casework import policies
from simpul.casework.commands._client import demand_client
from simpul.casework.commands._consent import ConsentGiven, keep_consent
from simpul.casework.commands._course import demand_open
from simpul.casework.commands._team import demand_no_tie, join
from simpul.casework.models import Assignment, Case, Invitation, Option
from simpul.casework.models.record import CaseRecord
from simpul.casework.people import team_of
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.fields import EncryptedTextField
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
    _lock_anew(case)
    case.version += 1
    case.save()
    for one in Assignment.objects.filter(case=case, until=None):
        join(actor, case, one.staff_id, one.role)
    if consent is not None:
        keep_consent(actor, client_id, consent)
    note_in_audit(subjects=[client_id])


def _lock_anew(case: Case) -> None:
    """Read every encrypted text with the case's key and save it with the client's."""
    for record in _records_of(case):
        for field in record._meta.local_fields:
            if isinstance(field, EncryptedTextField):
                getattr(record, field.attname)
        if record is not case:
            record.save()


def _records_of(case: Case) -> list[Any]:
    found: list[Any] = [case]
    for model in apps.get_app_config("casework").get_models():
        if issubclass(model, CaseRecord):
            found += model.objects.filter(case=case)
    for option in Option.objects.filter(sheet__case=case).select_related("sheet"):
        found.append(option)
    for invitation in Invitation.objects.filter(conference__case=case).select_related("conference"):
        found.append(invitation)
    for record in found[1:]:
        owner = getattr(record, "sheet", None) or getattr(record, "conference", None)
        if isinstance(record, CaseRecord):
            record.case = case
        elif owner is not None:
            owner.case = case
    return found
