"""A service of the directory is explained to the client, and it is kept what was said."""

from __future__ import annotations

import uuid

from simpul.casework import people, policies
from simpul.casework.commands._course import demand_open
from simpul.casework.errors import Faults
from simpul.casework.models import Case, ExplainedService
from simpul.directory.queries.service_sheet import ServiceSheet, service_sheet
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Hidden
from simpul.kernel.text import N_
from simpul.safeguards.gate import command


@command(on=Case, reach=policies.case_reach, consent="casework")
def explain_service(
    actor: Actor, case: Case, *, service_id: uuid.UUID | None, told: str, client_words: str = ""
) -> uuid.UUID:
    """Keep which service was explained, what was said of it, and what the client said."""
    demand_open(case)
    faults = Faults()
    faults.need(told=told)
    try:
        sheet = service_sheet(actor, service_id=service_id) if service_id else None
    except Hidden:
        sheet = None
    if sheet is None:
        faults.add("service_id", N_("Look for a service and choose it from the list."))
    faults.settle()
    made: ExplainedService = ExplainedService.objects.create(
        case=case, by_id=people.author(actor), told=told, client_words=client_words,
        service=_kept(sheet) if sheet else {},
    )  # fmt: skip
    return made.id


def _kept(sheet: ServiceSheet) -> dict[str, object]:
    """The entry as it is today: tomorrow's telephone is another question."""
    return {
        "id": str(sheet.id),
        "name": sheet.name,
        "agency": sheet.agency,
        "phone": sheet.phone or sheet.agency_phone,
        "sealed": sheet.sealed,
    }
