"""One consent: for what, to whom, which facts, until when, how it was given, and how to take it back."""

from dataclasses import dataclass
from datetime import date

from simpul.web.ui.components.badge.props import Badge


@dataclass(frozen=True)
class ConsentCard:
    purpose: str
    state: Badge
    shared_with: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    until: date | None = None
    given_on: date | None = None
    how: str = ""
    basis: str = ""
    withdraw_url: str = ""
    url: str = ""
