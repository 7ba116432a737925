"""The list of readers as the page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from simpul.registry.queries.lookers import Look
from simpul.web.ui.language import say
from simpul.workforce.choices import GrantableRole


@dataclass(frozen=True)
class ReaderRow:
    """One line: who, as what, from where, did what, how often, when."""

    who: str
    place: str
    what: str
    times: int
    at: datetime
    refused: bool


def reader_rows(looks: Iterable[Look]) -> tuple[ReaderRow, ...]:
    """In the reader's language."""
    return tuple(
        ReaderRow(_who(look), _place(look), say(look.what), look.times, look.last, look.refused)
        for look in looks
    )


def _who(look: Look) -> str:
    if look.by_client:
        return _("You")
    return look.who or _("Somebody who was not logged in")


def _place(look: Look) -> str:
    labels = dict(GrantableRole.choices)
    roles = [str(labels[role]) for role in look.roles if role in labels]
    return " · ".join(part for part in (", ".join(roles), look.where) if part)
