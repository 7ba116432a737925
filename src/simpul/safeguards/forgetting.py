"""What becomes of a record when a person it is about is erased. Said once, by the record's own model.

``class Privacy`` of a model may carry ``forgets``. Erasing follows it in the tables; a backup seals the very
same columns with the key of the person, so that destroying the key reaches them there too (ADR 14).
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models

from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel, writing_as

WHEN = object()  # stands for the moment of the erasure
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Forgetting:
    """``of``: the way to each person the record is about; one erased person is enough.

    ``blank``: what its columns become; without it the row goes. ``kept``: personal columns that stay, because
    they say nothing once the names are gone. ``named_in``: a column with addresses of pages about persons.
    """

    of: tuple[str, ...] = ()
    blank: Mapping[str, Any] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    named_in: str = ""

    @property
    def goes(self) -> bool:
        """Whether the whole row is deleted."""
        return not self.blank


def forgettings() -> dict[type[models.Model], Forgetting]:
    """Every record that forgets, in a fixed order."""
    found = {
        model: model.Privacy.forgets  # type: ignore[attr-defined]
        for model in apps.get_models()
        if issubclass(model, GuardedModel) and hasattr(model.Privacy, "forgets")  # type: ignore[attr-defined]
    }
    return dict(sorted(found.items(), key=lambda pair: pair[0]._meta.db_table))


Finder = Callable[[Collection[uuid.UUID]], set[uuid.UUID]]
_finders: list[Finder] = []


def leads_to(finder: Finder) -> None:
    """Apps above say which of their records stand in the addresses of pages about these persons."""
    if finder not in _finders:
        _finders.append(finder)


def forget(subject_ids: Collection[uuid.UUID]) -> int:
    """Blank or remove every record about these persons, as its model says. Returns how many rows changed."""
    changed = 0
    addresses = {str(one) for one in {*subject_ids, *(id_ for find in _finders for id_ in find(subject_ids))}}
    for model, rule in forgettings().items():
        with writing_as(model._meta.app_label):
            if rule.named_in:
                changed += _drop_named(model, rule.named_in, addresses)
            for way in rule.of:
                rows: Any = model._default_manager.filter(**{f"{way}__in": list(subject_ids)})
                changed += rows.delete()[0] if rule.goes else rows.update(**blank_values(rule))
    return changed


def blank_values(rule: Forgetting) -> dict[str, Any]:
    """The blank columns with the moment filled in."""
    moment = now()
    return {name: moment if value is WHEN else value for name, value in rule.blank.items()}


def _drop_named(model: type[models.Model], column: str, addresses: set[str]) -> int:
    dropped = 0
    rows: Any = model._default_manager
    gone = [
        pk
        for pk, text in rows.values_list("pk", column).iterator(chunk_size=2000)
        if addresses.intersection(_ids_in(text))
    ]
    for start in range(0, len(gone), 500):
        dropped += rows.filter(pk__in=gone[start : start + 500]).delete()[0]
    return dropped


def _ids_in(text: str) -> Iterator[str]:
    return (found.group() for found in _ID.finditer(text.lower()))
