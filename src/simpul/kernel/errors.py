"""What can go wrong with an act, said so that a person can do something about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simpul.kernel.text import N_, Text


class ActError(Exception):
    """An act was not done. ``text`` says what happened, where, and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


class Refused(ActError):
    """The actor may not do this. The record is known to him, so a sentence is owed."""

    def __init__(self, text: Text | None = None) -> None:
        super().__init__(text or Text(N_("You may not do this. Ask your supervisor if you need to.")))


class Hidden(Refused):
    """The record does not exist for this actor: absent and forbidden look the same (404)."""

    def __init__(self) -> None:
        super().__init__(Text(N_("This page does not exist, or it is not open to you.")))


class ConsentMissing(Refused):
    """No standing consent and no cited legal duty covers the act (UU 27/2022 art. 20)."""

    def __init__(self, purpose: str) -> None:
        super().__init__(
            Text(
                N_(
                    "The client's consent for this does not stand. Ask for it and record it, "
                    "or cite the legal duty that requires the act."
                )
            )
        )
        self.purpose = purpose


class Conflict(ActError):
    """Somebody else changed the record since it was read; both texts are kept."""

    def __init__(self, text: Text | None = None) -> None:
        super().__init__(
            text
            or Text(
                N_(
                    "Somebody else changed this while you were writing. Your text is kept below; "
                    "compare and save again."
                )
            )
        )


@dataclass(frozen=True)
class FieldFault:
    """One answer that cannot be taken as it is; ``field`` is the form's field name, or "" for the whole."""

    field: str
    text: Text


class InvalidInput(ActError):
    """What was entered cannot be taken; every fault is listed, nothing was saved."""

    def __init__(self, faults: Sequence[FieldFault]) -> None:
        super().__init__(Text(N_("Some answers need a look before this can be saved.")))
        self.faults = tuple(faults)
