"""What can be wrong with reference data that somebody brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simpul.kernel.errors import ActError
from simpul.kernel.text import N_, Text


@dataclass(frozen=True)
class RowFault:
    """One row that cannot be taken, and what to do about it. Row 0 means the file as a whole."""

    row: int
    text: Text


class TableRefused(ActError):
    """The table was not taken; nothing was changed. Every fault names its row."""

    def __init__(self, faults: Sequence[RowFault]) -> None:
        super().__init__(
            Text(
                N_("The table was not loaded and nothing was changed: %(count)s rows need a look."),
                {"count": len(faults)},
            )
        )
        self.faults = tuple(faults)


class EntryUnknown(ActError):
    """No entry of that code holds on that day."""

    def __init__(self, code: str) -> None:
        super().__init__(
            Text(
                N_("Nothing is known under %(code)s for that day. Check the code, or load the table anew."),
                {"code": code},
            )
        )
