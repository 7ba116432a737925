"""What can go wrong in casework, said so that somebody can do something about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from simpul.kernel.errors import ActError, FieldFault, InvalidInput, Refused
from simpul.kernel.text import N_, Text

REQUIRED = N_("Please fill this in.")


class StageNotReady(ActError):
    """The case cannot leave its stage yet; ``missing`` says what is needed, sentence by sentence."""

    def __init__(self, missing: Sequence[Text]) -> None:
        super().__init__(
            Text(
                N_("The case cannot move on yet: %(count)s things are still needed."), {"count": len(missing)}
            )
        )
        self.missing = tuple(missing)


class WrongStage(ActError):
    """This act does not fit the stage that the case is in."""


class TieStands(Refused):
    """Kinship or a conflict of interest between this worker and this client."""

    def __init__(self) -> None:
        super().__init__(Text(N_("A tie stands between this worker and the client. Choose somebody else.")))


class NeedsOtherEyes(Refused):
    """Nobody confirms or approves what he wrote himself."""

    def __init__(self) -> None:
        super().__init__(Text(N_("Somebody else must look at this: you wrote it yourself.")))


class Faults:
    """Collects what is wrong with the answers, so that all of it is told at once."""

    def __init__(self) -> None:
        self.found: list[FieldFault] = []

    def add(self, field: str, msgid: str, **params: object) -> None:
        self.found.append(FieldFault(field, Text(msgid, params)))

    def need(self, **fields: object) -> None:
        """Each of these must hold something."""
        for field, value in fields.items():
            if value is None or (isinstance(value, str) and not value.strip()):
                self.add(field, REQUIRED)

    def one_of(self, choices: type[Enum], **fields: str) -> None:
        """Each of these must be a known code."""
        known = {member.value for member in choices}
        for field, value in fields.items():
            if value not in known:
                self.add(field, N_("Choose one of the answers offered."))

    def not_past(self, day: date, **fields: date | None) -> None:
        for field, value in fields.items():
            if value is not None and value < day:
                self.add(field, N_("Choose today or a later day."))

    def settle(self) -> None:
        if self.found:
            raise InvalidInput(self.found)
