"""What the client decided. It may differ from the advice; it may be no. Refusal ends nothing."""

from __future__ import annotations

import uuid

from simpul.casework import people, policies
from simpul.casework.choices import Choice
from simpul.casework.errors import Faults
from simpul.casework.models import ClientDecision, OptionsSheet
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_
from simpul.safeguards.gate import command, note_in_audit


@command(on=OptionsSheet, reach=policies.record_reach)
def record_decision(
    actor: Actor,
    sheet: OptionsSheet,
    *,
    choice: str,
    client_words: str,
    option_id: uuid.UUID | None = None,
    present: str = "",
) -> uuid.UUID:
    """Keep the decision in the client's words; a later one stands beside it, not over it."""
    faults = Faults()
    faults.one_of(Choice, choice=choice)
    faults.need(client_words=client_words)
    option = sheet.options.filter(id=option_id).first() if option_id else None
    if choice == Choice.OPTION and option is None:
        faults.add("option_id", N_("Choose which of the ways on this sheet."))
    faults.settle()
    chosen = option if choice == Choice.OPTION else None
    advised = sheet.options.filter(advised=True).values_list("id", flat=True)
    differs = bool(advised) and (chosen is None or chosen.id not in set(advised))
    made = ClientDecision.objects.create(
        case=sheet.case, by_id=people.author(actor), sheet=sheet, choice=choice, option=chosen,
        client_words=client_words, differs=differs, present=present,
    )  # fmt: skip
    note_in_audit(choice=choice, differs=differs)
    return made.id  # type: ignore[no-any-return]
