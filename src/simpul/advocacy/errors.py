"""What can go wrong with patterns and findings."""

from __future__ import annotations

from simpul.kernel.errors import ActError
from simpul.kernel.text import N_, Text


class NothingToShow(ActError):
    """The pattern is of too few persons: there is nothing that a finding could stand on."""

    def __init__(self) -> None:
        super().__init__(Text(N_("So few persons are counted here that no number can be shown, or kept.")))
