"""Barriers of many persons, written straight into the table: what is tested is how they are counted."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from simpul.advocacy.counting import Words
from simpul.advocacy.models import Finding, FindingVersion
from simpul.advocacy.rules.quarters import closed
from simpul.advocacy.tables import Line, PersonTable, frozen
from simpul.casework.models import Case
from simpul.kernel.clock import WIB, today
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


def last_quarter() -> datetime:
    """A moment in the quarter that has ended, as the clock stands."""
    return datetime.combine(closed(today(), 1)[0].last - timedelta(days=20), time(9), WIB)


def kept_finding(office_id: uuid.UUID, by_id: uuid.UUID) -> uuid.UUID:
    """A finding without the barriers behind it: nothing of it asks for them any more."""
    table = PersonTable(
        (Line((Words("Dokumen", "Papers"),), "document"),), (Line((Words("Orang", "Persons"),), "all"),),
        ((14,),), (14,), (14,), 14,
    )  # fmt: skip
    quarter = closed(today(), 1)[0]
    asked = {
        "office": "Dinas Sosial Contoh", "quarter": str(quarter), "from": quarter.first.isoformat(),
        "to": quarter.last.isoformat(), "dimension": "kind", "within": "", "counted_on": today().isoformat(),
        "limit": 10, "limit_source": "contoh", "limit_certainty": "own", "limit_valid_from": None,
    }  # fmt: skip
    with writing_as("advocacy"):
        made = Finding.objects.create(
            reference=f"TM-{new_id()}"[-24:],
            office_id=office_id,
            by_id=by_id,
            asked=asked,
            table=frozen(table),
        )
        FindingVersion.objects.create(
            finding=made, number=1, title="Loket menolak", words="Aturannya bertentangan.", by_id=by_id
        )
    return made.id
