"""What can go wrong with offices, staff and roles."""

from __future__ import annotations

from collections.abc import Sequence

from simpul.kernel.errors import ActError, Refused
from simpul.kernel.text import N_, Text


class RolesClash(ActError):
    """The role does not go with another one that the person holds."""


class NotYours(Refused):
    """Two persons are needed, and the actor is not the second."""


class DutiesOpen(ActError):
    """Somebody cannot leave while duties would be orphaned; ``duties`` says which."""

    def __init__(self, duties: Sequence[Text]) -> None:
        super().__init__(
            Text(
                N_("%(count)s duties must be handed over first. Hand them over, then record the departure."),
                {"count": len(duties)},
            )
        )
        self.duties = tuple(duties)


def changed_meanwhile() -> Text:
    """The sentence for an edit that lost a race."""
    return Text(N_("Somebody else changed this meanwhile. Look at it again, then save."))
