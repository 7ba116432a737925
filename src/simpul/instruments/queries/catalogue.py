"""Which forms are in use."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from simpul.instruments.models import InstrumentVersion
from simpul.instruments.policies import instrument_reach
from simpul.instruments.rules import Words
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class InstrumentRow:
    """One form in use: its current version."""

    version_id: uuid.UUID
    code: str
    version: str
    title: Words
    languages: tuple[str, ...]
    purpose: str
    starter: bool
    office: str
    published_at: datetime
    retired: bool


@query(over=InstrumentVersion, reach=instrument_reach, silent=True)
def instrument_catalogue(
    actor: Actor, versions: QuerySet[InstrumentVersion], *, code: str = ""
) -> tuple[InstrumentRow, ...]:
    """The forms an actor can begin: current versions of the starters and of his own office's forms."""
    found = versions.filter(retired_at=None).select_related("instrument__office").distinct()
    if code:
        found = found.filter(instrument__code=code)
    columns = found.defer("workbook", "compiled", "xform").order_by("instrument__code", "published_at")
    return tuple(_row(version) for version in columns)


@query(over=InstrumentVersion, reach=instrument_reach, silent=True)
def instrument_cards(
    actor: Actor, versions: QuerySet[InstrumentVersion], *, ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, InstrumentRow]:
    """Which form and version old answers were given to; retired ones too."""
    found = versions.filter(pk__in=ids).select_related("instrument__office")
    return {one.pk: _row(one) for one in found.defer("workbook", "compiled", "xform")}


def _row(version: InstrumentVersion) -> InstrumentRow:
    office = version.instrument.office
    return InstrumentRow(
        version_id=version.pk,
        code=version.instrument.code,
        version=version.version,
        title=Words(version.titles),
        languages=tuple(version.languages),
        purpose=version.purpose,
        starter=office is None,
        office=office.name if office else "",
        published_at=version.published_at,
        retired=version.retired_at is not None,
    )
