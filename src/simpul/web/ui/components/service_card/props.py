"""One service in an answer: who offers it, how far it is, why it is shown and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.web.ui.components.badge.props import Badge


@dataclass(frozen=True)
class ServiceCard:
    """``reasons``, ``against`` and ``unknown`` are sentences; ``marks`` short words about its state."""

    title: str
    url: str
    agency: str = ""
    place: str = ""
    phone: str = ""
    marks: tuple[Badge, ...] = ()
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def call(self) -> str:
        """The number as a telephone dials it."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")
