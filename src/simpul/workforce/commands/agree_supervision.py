"""Worker and supervisor agree on supervision."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.kernel.actor import Actor, Role
from simpul.kernel.clock import today
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce import policies
from simpul.workforce.acting import grants_in_force
from simpul.workforce.faults import refuse_faults
from simpul.workforce.models import Staff, SupervisionAgreement


@command(on=Staff, reach=policies.staff_reach)
def agree_supervision(
    actor: Actor,
    staff: Staff,
    *,
    supervisor_id: uuid.UUID,
    every_days: int = 14,
    aims: str = "",
    starts_on: date | None = None,
) -> uuid.UUID:
    """Put down who supervises this worker and how often. The earlier agreement ends."""
    first = starts_on or today()
    fit = supervisor_id != staff.id and grants_in_force(first).filter(
        staff_id=supervisor_id, role__in=[Role.SUPERVISOR.value, Role.HEAD_OF_OFFICE.value]
    )
    refuse_faults(
        [
            None if fit else FieldFault("supervisor_id", Text(N_("Choose somebody who supervises."))),
            None
            if 1 <= every_days <= 92
            else FieldFault("every_days", Text(N_("Meet at least once in three months."))),
        ]
    )
    SupervisionAgreement.objects.filter(worker=staff, ends_on=None).update(ends_on=first)
    agreement = SupervisionAgreement.objects.create(
        worker=staff, supervisor_id=supervisor_id, every_days=every_days, aims=aims, starts_on=first
    )
    note_in_audit(supervisor=str(supervisor_id))
    return agreement.id  # type: ignore[no-any-return]
