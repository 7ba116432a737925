"""The ways out are weighed with the client: what each brings, what it costs, what the worker advises."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from simpul.casework import people, policies
from simpul.casework.commands._course import demand_open
from simpul.casework.errors import Faults
from simpul.casework.models import Case, Option, OptionsSheet
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_
from simpul.safeguards.gate import command, note_in_audit


@dataclass(frozen=True)
class OptionGiven:
    """One way as written on the form."""

    title: str
    benefits: str = ""
    drawbacks: str = ""
    advised: bool = False


@command(on=Case, reach=policies.case_reach, consent="casework")
def offer_options(
    actor: Actor,
    case: Case,
    *,
    question: str,
    information: str,
    options: Sequence[OptionGiven],
    advice: str = "",
    present: str = "",
) -> uuid.UUID:
    """Write a new sheet; earlier sheets stay as they were."""
    demand_open(case)
    faults = Faults()
    faults.need(question=question, information=information)
    real = [option for option in options if option.title.strip()]
    if len(real) < 2:
        faults.add("options", N_("Write at least two ways; doing nothing is one of them."))
    faults.settle()
    number = people.next_number(OptionsSheet.objects.filter(case=case))
    sheet = OptionsSheet.objects.create(
        case=case, by_id=people.author(actor), number=number, question=question, information=information,
        advice=advice, present=present,
    )  # fmt: skip
    Option.objects.bulk_create(
        [
            Option(
                sheet=sheet, position=position, title=option.title, benefits=option.benefits,
                drawbacks=option.drawbacks, advised=option.advised,
            )
            for position, option in enumerate(real, 1)
        ]
    )  # fmt: skip
    note_in_audit(number=number, options=len(real))
    return sheet.id  # type: ignore[no-any-return]
