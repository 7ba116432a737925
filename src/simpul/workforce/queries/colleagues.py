"""Who works in the same office, by name: for passing on a duty."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.safeguards.gate import query
from simpul.workforce.acting import staff_able_to
from simpul.workforce.models import Staff
from simpul.workforce.queries.staff_names import StaffName


@query(silent=True)
def colleagues(actor: Actor, *, able_to: str = "") -> tuple[StaffName, ...]:
    """The active staff of the actor's own office, by name; names and units only.

    ``able_to`` leaves those whose roles carry this act, so that nobody is asked who could not answer.
    """
    if actor.office_id is None:
        return ()
    people = Staff.objects.filter(office_id=actor.office_id).select_related("office", "unit")
    day = today()
    if able_to:
        people = people.filter(pk__in=staff_able_to(able_to, day).values("staff_id"))
    return tuple(
        StaffName(
            one.id,
            one.account_id,
            one.full_name,
            one.titled_name,
            one.office_id,
            one.office.name,
            one.unit_id,
            one.unit.name if one.unit else "",
        )
        for one in people.order_by("full_name")
        if one.is_active(day)
    )
