"""Offices, workers, people and their cases, as many as the bench wants, growing in stages."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from simpul.casework.models import Assignment, Case, Contact, RiskRating, StageChange
from simpul.config.bench._log import Log
from simpul.config.bench._story import Worker, consent_to, tell_story, words_of
from simpul.config.bench._tables import Tables, bulk, written
from simpul.config.demo.population.chance import Chance
from simpul.config.demo.population.generate import households
from simpul.config.demo.population.people import Household as MadeUp
from simpul.config.demo.population.people import Member
from simpul.config.demo.population.villages import read_villages
from simpul.config.speaking import show
from simpul.engines.linkage import PersonFacts
from simpul.kernel.actor import SYSTEM_ID
from simpul.kernel.clock import now, today
from simpul.kernel.refs import new_id
from simpul.registry.matching import MATCHER, index_of, place_of
from simpul.registry.models import CareTeam, Household, IdentityNumber, MatchKey, Membership, Person
from simpul.safeguards.models import AuditLine, AuditSubject, PersonKey
from simpul.workforce.models import Account, Office, RoleGrant, Staff, Unit
from simpul.worklist.models import Task

COUNTRY = "35"  # all made-up villages lie in it
UNUSABLE = "!"  # nobody logs in with it
OFFICE_HOLDS = 20_000  # persons
WORKERS = 30  # in each office
OPEN_EACH = 24  # open cases of each worker
RICH_EACH = 3  # of them with a whole story, opened by the measurement
NOTE = "v1." + "0" * 32 + "." + "A" * 400  # the room that a sealed note takes; these are never opened
WRAPPED = bytes(60)  # the room of a wrapped key; these are never unwrapped
OFTEN = 50_000  # persons between two words about how far it is
KNOWN = 400  # persons whom the bench looks for again, under a name written otherwise
HEAVY = (
    MatchKey, Person, IdentityNumber, Membership, Household, Case, Assignment, CareTeam, Contact, StageChange,
    RiskRating, Task, AuditLine, AuditSubject,
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """Somebody whom the bench looks for again."""

    person_id: uuid.UUID
    name: str
    birth_date: date
    precision: str
    village: str


@dataclass
class Town:
    """What stands so far, and who and what is measured."""

    persons: int = 0
    cases: int = 0
    events: int = 0
    offices: int = 0
    workers: list[Worker] = field(default_factory=list)  # of the office that is filled now
    measured: list[Worker] = field(default_factory=list)
    rich: list[tuple[Worker, uuid.UUID, uuid.UUID]] = field(default_factory=list)  # with case and client
    wide: Worker | None = None  # reaches the whole country
    neighbours: list[Known] = field(default_factory=list)  # of the measured workers' office
    known: list[Known] = field(default_factory=list)  # from all over the country
    here: int = 0  # cases in the office that is filled now
    source: Iterator[MadeUp] = field(default_factory=lambda: households("bench", 10**9, read_villages()))
    log: Log = field(default_factory=Log)
    chance: Chance = field(default_factory=lambda: Chance("bench"))
    registered_at: datetime = field(default_factory=lambda: now() - timedelta(days=30))

    def keep_in_mind(self, person: Known) -> None:
        """An even choice of all, and another one of the first office."""
        _choose(self.chance, self.known, person, self.persons)
        if self.offices == 1:
            _choose(self.chance, self.neighbours, person, self.persons)


def _choose(chance: Chance, chosen: list[Known], person: Known, before: int) -> None:
    if len(chosen) < KNOWN:
        chosen.append(person)
    elif (place := int(chance.random() * (before + 1))) < KNOWN:
        chosen[place] = person


def grow(town: Town, *, persons: int, cases: int, events: int) -> float:
    """Fill up to these numbers; gives the seconds that it took."""
    started = time.monotonic()
    share = (cases - town.cases) / max(1, persons - town.persons)
    each = max(0, events - town.events) / max(1, cases - town.cases)
    with bulk(HEAVY) as tables:
        town.log.open()
        if not town.persons:  # whose the bulk notes are
            tables[PersonKey].add(subject_id=uuid.UUID(int=0), wrapped=b"", destroyed_at=now())
        told = 0
        while town.persons < persons:
            _family(tables, town, next(town.source), share, each)
            if town.persons >= told + OFTEN:
                told = town.persons
                show(f"    {told:,} persons after {time.monotonic() - started:.0f} s")
        tables.flush()
        town.log.close()
    return time.monotonic() - started


def _office(tables: Tables, town: Town) -> None:
    """The next office with its workers; the first one's are those who are measured."""
    town.offices += 1
    number = town.offices
    office_id = tables[Office].add(
        kind="dinsos", name=f"Dinas Sosial Ukur {number}", code=f"UK{number}", region_code="35.69"
    )
    unit_id = tables[Unit].add(office_id=office_id, name="Tim Layanan")
    town.workers, town.here = [], 0
    for place in range(WORKERS):
        account_id = tables[Account].add(
            email=f"ukur{number}.{place}@bench.example",
            password=UNUSABLE,
            display_name=f"Pekerja {place + 1}",
        )
        staff_id = tables[Staff].add(
            account_id=account_id, full_name=f"Pekerja {place + 1}", office_id=office_id, unit_id=unit_id,
            active_from=today() - timedelta(days=2000),
        )  # fmt: skip
        tables[RoleGrant].add(
            staff_id=staff_id, role="social_worker", scope="own", granted_by=SYSTEM_ID, in_force_at=now(),
            valid_from=today() - timedelta(days=900),
        )  # fmt: skip
        town.workers.append(Worker(staff_id, account_id, office_id, unit_id))
    town.measured = town.measured or town.workers
    town.wide = town.wide or _wide(tables, town.workers[0])


def _wide(tables: Tables, beside: Worker) -> Worker:
    """Somebody who searches the whole country."""
    account_id = tables[Account].add(
        email="ukur@bench.example", password=UNUSABLE, display_name="Pekerja pusat"
    )
    staff_id = tables[Staff].add(
        account_id=account_id, full_name="Pekerja pusat", office_id=beside.office_id, unit_id=beside.unit_id,
        active_from=today() - timedelta(days=2000),
    )  # fmt: skip
    tables[RoleGrant].add(
        staff_id=staff_id, role="social_worker", scope="area", area=COUNTRY, granted_by=SYSTEM_ID,
        in_force_at=now(), valid_from=today() - timedelta(days=900),
    )  # fmt: skip
    return Worker(staff_id, account_id, beside.office_id, beside.unit_id)


def _family(tables: Tables, town: Town, made: MadeUp, share: float, each: float) -> None:
    if town.persons >= OFFICE_HOLDS * town.offices:
        _office(tables, town)
    office_id, unit_id = town.workers[0].office_id, town.workers[0].unit_id
    household_id = tables[Household].add(
        kk_index=index_of("kk", made.kk), kk_number=NOTE[:120], region_code=made.village_code, rt=made.rt,
        rw=made.rw, office_id=office_id, unit_id=unit_id, created_by=SYSTEM_ID,
    )  # fmt: skip
    for place, member in enumerate(made.members):
        person_id = _person(tables, town, made, member)
        tables[Membership].add(
            person_id=person_id, household_id=household_id, relation="1" if place == 0 else "9",
            recorded_by=SYSTEM_ID,
        )  # fmt: skip
        if int((town.persons + 1) * share) > int(town.persons * share):
            _case(tables, town, person_id, made.village_code, each)
        town.persons += 1


def _person(tables: Tables, town: Town, made: MadeUp, member: Member) -> uuid.UUID:
    first = town.workers[0]
    precision = "year" if member.birth_year_only else "day"
    name, call_name = member.full_name[:120], member.call_name[:60]
    person_id = tables[Person].add(
        full_name=name, call_name=call_name, sex=member.sex, birth_date=member.birth_date,
        birth_precision=precision, region_code=made.village_code, office_id=first.office_id,
        unit_id=first.unit_id, created_by=SYSTEM_ID, created_at=town.registered_at,
    )  # fmt: skip
    if member.nik and not member.copy:
        tables[IdentityNumber].add(
            person_id=person_id, kind="nik", number=NOTE[:120], number_index=index_of("nik", member.nik),
            recorded_by=SYSTEM_ID,
        )  # fmt: skip
    keys = tables[MatchKey]
    key_of_hers = keys.like(person_id=person_id, place=place_of(first.office_id))
    facts = PersonFacts(
        name=name, call_name=call_name, birth_date=member.birth_date, birth_precision=precision,
        village=made.village_code,
    )  # fmt: skip
    keys.add_all(key_of_hers, ("key",), [(key[:32],) for key in MATCHER.keys(facts)])
    if not member.copy:
        town.keep_in_mind(Known(person_id, name, member.birth_date, precision, made.village_code))
    return person_id


def _case(tables: Tables, town: Town, client_id: uuid.UUID, region: str, each: float) -> None:
    worker = town.workers[town.here % WORKERS]
    is_open = town.here < WORKERS * OPEN_EACH
    opened = now() - timedelta(days=20 + (town.cases * 7) % 700)
    closed = None if is_open else opened + timedelta(days=19)
    due = now() + timedelta(hours=(town.here % 200) - 60) if is_open else None
    is_rich = worker in town.measured and town.here < WORKERS * RICH_EACH
    case_id = new_id()
    words = words_of(case_id, client_id) if is_rich else NOTE
    tables[Case].add(
        id=case_id, reference=f"KS-U-{town.cases + 1:07d}", client_id=client_id, office_id=worker.office_id,
        unit_id=worker.unit_id, region_code=region, setting="family_child", channel="walk_in",
        source="client", presenting_words=words, stage="intervention" if is_open else "closed",
        stage_since=closed or opened, risk=("low", "medium", "high")[town.here % 3], next_due=due,
        opened_at=opened, opened_by=worker.account_id, closed_at=closed,
    )  # fmt: skip
    tables[Assignment].add(
        case_id=case_id, staff_id=worker.staff_id, role="primary", since=opened, until=closed, by_id=SYSTEM_ID
    )
    tables[CareTeam].add(
        person_id=client_id, staff_id=worker.staff_id, office_id=worker.office_id, unit_id=worker.unit_id,
        role="caseworker", source=f"casework:{case_id}", joined_at=opened, left_at=closed,
    )  # fmt: skip
    settled = {} if is_open else {"state": "settled", "settled_at": closed, "settled_by": worker.account_id}
    tables[Task].add(
        key=f"bench:{case_id}", kind="contact_client", title="Contact the client", case_id=case_id,
        subject_id=client_id, assignee_id=worker.staff_id, unit_id=worker.unit_id, url=f"/kasus/{case_id}/",
        office_id=worker.office_id, due_at=due or opened, made_by=SYSTEM_ID, **settled,
    )  # fmt: skip
    _events(tables, town, worker, case_id, client_id, opened, each)
    if is_open:
        consent_to(tables, worker, client_id, opened)
    if is_rich:
        tell_story(tables, worker, case_id, client_id)
        town.rich.append((worker, case_id, client_id))
    else:
        tables[PersonKey].add(subject_id=client_id, wrapped=WRAPPED, master_id="bench")
    town.cases += 1
    town.here += 1


def _events(
    tables: Tables,
    town: Town,
    worker: Worker,
    case_id: uuid.UUID,
    client_id: uuid.UUID,
    opened: datetime,
    each: float,
) -> None:
    """So many events of one case: a third in the file, the rest in the log, who read and who wrote."""
    wanted = int((town.cases + 1) * each) - int(town.cases * each)
    in_file = wanted // 3
    by = {"case_id": case_id, "by_id": worker.account_id}
    ratings, moves, contacts = tables[RiskRating], tables[StageChange], tables[Contact]
    rating = ratings.like(**by, level="low", suggested="low")
    move = moves.like(**by, from_stage="intake", to_stage="assessment", kind="forward")
    contact = contacts.like(
        **by, channel="home_visit", role="enabler", setting="family_child", level="micro", client_words=NOTE,
        observation=NOTE,
    )  # fmt: skip
    moments = [written(opened + timedelta(days=18 * n / max(1, in_file))) for n in range(in_file)]
    first = new_id().int
    ids = [f"{first + n:032x}" for n in range(in_file)]
    numbered = list(zip(ids, moments, range(1, in_file + 1), strict=True))
    ratings.add_all(rating, ("id", "at", "due_at"), [(one, at, at) for one, at, _n in numbered[::8]])
    moves.add_all(move, ("id", "at"), [(one, at) for one, at, n in numbered if n % 8 == 5])
    met = [(one, at, at, n) for one, at, n in numbered if n % 4 != 1]
    contacts.add_all(contact, ("id", "at", "happened_at", "number"), met)
    readings = wanted - in_file
    town.log.add(tables, worker.account_id, "casework.case_file", case_id, client_id, readings)
    town.events += wanted
