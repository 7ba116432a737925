"""What can be wrong with an entry, said so that the keeper can put it right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from simpul.kernel.errors import Conflict, FieldFault, InvalidInput
from simpul.kernel.text import N_, Text

REGION = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")


def refuse_faults(faults: Iterable[FieldFault | None]) -> None:
    """Say everything that is wrong at once, or pass."""
    if found := [fault for fault in faults if fault]:
        raise InvalidInput(found)


def missing(field: str, value: str, text: Text) -> FieldFault | None:
    return None if value.strip() else FieldFault(field, text)


def not_in(field: str, values: Sequence[str], known: Iterable[str]) -> FieldFault | None:
    """Every value must be one of the list."""
    if set(values) <= set(known):
        return None
    return FieldFault(field, Text(N_("Choose from the list only.")))


def not_regions(field: str, codes: Sequence[str]) -> FieldFault | None:
    wrong = [code for code in codes if not REGION.fullmatch(code)]
    if not wrong:
        return None
    return FieldFault(
        field, Text(N_("No region code: %(codes)s. Write one as 35.23."), {"codes": ", ".join(wrong)})
    )


def demand_version(known: int, given: int) -> None:
    if known != given:
        raise Conflict
