"""What the client does when it becomes dangerous, written with the client."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date

from simpul.casework import duties, people, policies
from simpul.casework.commands._course import demand_open
from simpul.casework.errors import Faults
from simpul.casework.models import Case, SafetyPlan
from simpul.casework.rules.safety import PARTS
from simpul.kernel.actor import Actor
from simpul.kernel.clock import end_of, today
from simpul.kernel.text import N_
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach)
def write_safety_plan(
    actor: Actor,
    case: Case,
    *,
    parts: Mapping[str, str],
    review_on: date,
    client_words: str = "",
    with_client: bool = True,
) -> uuid.UUID:
    """Keep a new version; earlier ones stay readable."""
    demand_open(case)
    faults = Faults()
    kept = {code: parts[code].strip() for code in PARTS if parts.get(code, "").strip()}
    if set(parts) - set(PARTS):
        faults.add("", N_("Choose from the parts offered."))
    if "signs" not in kept or not {"places", "people"} & set(kept):
        faults.add("parts", N_("Write the signs of danger, and where to go or whom to call."))
    faults.not_past(today(), review_on=review_on)
    faults.settle()
    number = people.next_number(SafetyPlan.objects.filter(case=case))
    made = SafetyPlan.objects.create(
        case=case, by_id=people.author(actor), number=number, parts=kept, client_words=client_words,
        with_client=with_client, review_on=review_on,
    )  # fmt: skip
    duties.ask_for(
        actor, case, "review_safety_plan", due_at=end_of(review_on), staff_id=people.primary_of(case)
    )
    note_in_audit(number=number, with_client=with_client)
    return made.id  # type: ignore[no-any-return]
