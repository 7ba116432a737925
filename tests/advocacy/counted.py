"""Barriers of many persons, written straight into the table: what is tested is how they are counted."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from simpul.casework.models import Case
from simpul.kernel.refs import new_id
from simpul.referral.models import Barrier
from simpul.registry.models import Person
from simpul.safeguards.guarded import writing_as
from tests.factories.casework import World, make_world
from tests.factories.reference import load_referral_tables, load_tables

NOW = datetime(2026, 11, 28, 3, tzinfo=UTC)
IN_QUARTER = datetime(2026, 8, 12, 3, tzinfo=UTC)
LAST = "2026-3"


@dataclass
class Counted:
    """The office and who leads it."""

    world: World

    def meet(self, count: int, kind: str, **facts: Any) -> list[Barrier]:
        """So many persons meet a barrier of this kind, each in a case of her own."""
        return [self.one(kind, **facts) for _n in range(count)]

    def one(
        self, kind: str, *, person: Person | None = None, at: datetime = IN_QUARTER, rule: str = "",
        agency_id: uuid.UUID | None = None, region_code: str = "99.01.01.2001", **facts: Any,
    ) -> Barrier:  # fmt: skip
        by, office_id = self.world.worker.id, self.world.office.id
        if person is None:
            with writing_as("registry"):
                person = Person.objects.create(
                    full_name="Rekaan", created_by=by, office_id=office_id, **facts
                )
        with writing_as("casework"):
            case = Case.objects.create(
                reference=f"KS-{new_id()}"[-24:], client=person, office_id=office_id, setting="protection",
                channel="walk_in", source="self", presenting_words="x", opened_by=by, region_code=region_code,
            )  # fmt: skip
        with writing_as("referral"):
            made: Barrier = Barrier.objects.create(
                case=case, kind=kind, happened_on=at.date(), at=at, by_id=by, rule=rule, agency_id=agency_id
            )
        return made


def make_counted() -> Counted:
    load_referral_tables()
    load_tables("counting-limits", "age-bands")
    return Counted(make_world())


def names(lines: Iterable[Any]) -> list[list[str]]:
    return [[name.en for name in line.names] for line in lines]
