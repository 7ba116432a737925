"""Seeds the demo regency once: map, offices, people, and the lives of some hundred clients."""

from __future__ import annotations

import gc
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from django.db import transaction

from simpul.casework.models import Case
from simpul.config.demo.casting import Casting
from simpul.config.demo.directory import fill_directory
from simpul.config.demo.events import happenings
from simpul.config.demo.filing import MARK, Resident, file_households, filed_before
from simpul.config.demo.hindering import hindered
from simpul.config.demo.life import Life
from simpul.config.demo.offices import CLIENT_LOGINS, DOMAIN, PASSWORD, STAFF
from simpul.config.demo.pace import Pace
from simpul.config.demo.population import Village, households, read_villages
from simpul.config.demo.referring import referrals
from simpul.config.demo.story import Story, stories
from simpul.config.demo.telling import lived, tell
from simpul.config.demo.workplaces import FIRST_OFFICE, House, find_house, open_house
from simpul.config.environment import read
from simpul.kernel.clock import WIB, at, now
from simpul.registry.models import Person
from simpul.safeguards.unit import writing_unit
from simpul.workforce.models import Office

HOUSEHOLDS = {"small": 400, "regency": 20_000}
KEPT_FOR_STORIES = 1200
BEFORE = timedelta(days=430)
OWN_REGENCY = "35.69"
SEED = 27
VISITED = 5  # cases in which the village's volunteer helps
FIRST = 60  # lives that are there before anybody logs in

# Where the lives stand today, and how many days ago they began.
FATES: tuple[tuple[str, int, tuple[int, int]], ...] = (
    ("intake", 26, (0, 3)),
    ("assessment", 46, (3, 14)),
    ("conference", 14, (9, 20)),
    ("plan", 44, (13, 21)),
    ("intervention", 104, (45, 330)),
    ("review", 24, (95, 150)),
    ("termination", 12, (100, 160)),
    ("aftercare", 30, (130, 300)),
    ("closed", 22, (345, 372)),
)


@dataclass(frozen=True)
class Login:
    """What the start-up message prints for one role; a client enters the portal by a name."""

    role: str
    email: str
    password: str


def logins() -> tuple[Login, ...]:
    """One login per role, the same in every demo."""
    found = [Login(one.shown, f"{one.login}@{DOMAIN}", PASSWORD) for one in STAFF if one.shown]
    found += [Login(shown, name, PASSWORD) for _login, name, shown in CLIENT_LOGINS]
    return tuple(found)


def is_seeded() -> bool:
    return Office.objects.filter(code=FIRST_OFFICE).exists()


def seed(
    *,
    size: str = "small",
    regions: Path | None = None,
    regency: str | None = None,
    whole: bool = True,
    gently: bool = False,
) -> dict[str, int]:
    """Make the demo once; a second call only adds what is missing. Returns what was made.

    Without ``whole`` it stops after the lives that show one of everything; ``seed`` again adds the others,
    ``gently`` if it leaves the database to those who work in it at the same time.
    """
    if read("SIMPUL_MODE") == "production":
        raise RuntimeError("the demo writes invented people with known passwords: never in production")
    code = regency or OWN_REGENCY
    if regions and not is_seeded():
        _load_map(regions)
    villages = read_villages(regions, within=code) if regions else read_villages()
    if not villages:
        raise ValueError(f"no village under {code} in the table of regions")
    made = {} if is_seeded() else _begin(size, code, villages)
    if whole:
        made["more"] = _go_on(size, villages, gently=gently)
    return made


@contextmanager
def _all_at_once() -> Iterator[None]:
    """One transaction over both databases: the whole demo or none of it, and one wait for the disk."""
    with transaction.atomic(using="keys"), writing_unit():
        yield


def _load_map(table: Path) -> None:
    import gzip
    import hashlib

    from simpul.kernel.actor import system_actor
    from simpul.reference.commands.load_regions import RegionFiles, load_regions

    raw = table.read_bytes()
    text = (gzip.decompress(raw) if table.suffix == ".gz" else raw).decode("utf-8")
    files = RegionFiles(
        source=table.name, table=text, checksum=hashlib.sha256(raw).hexdigest(), boundaries="",
        boundaries_checksum="",
    )  # fmt: skip
    load_regions(system_actor(), files=files)


def _begin(size: str, code: str, villages: tuple[Village, ...]) -> dict[str, int]:
    """Offices, people, and the first lives side by side; all of it or nothing."""
    until = now()
    with _all_at_once(), _without_pauses():
        with at(until - BEFORE):
            house = open_house(villages, code)
            made = households(SEED, HOUSEHOLDS[size], villages)
            services = fill_directory(house.actors["kepala"], villages, code, until)
            residents = file_households(made, _places(house, villages), KEPT_FOR_STORIES)
        lives = cast_all(house, residents, villages, until)[:FIRST]
        _mark_for_portal(lives)
        _mark_for_volunteer(lives)
        beside = happenings(house, lives, until) + referrals(lives, until)
        beside += [hindered(life) for life in lives]
        steps = tell([lived(life) for life in lives] + beside, until)
    return {"services": services, "residents": len(residents), "lives": len(lives), "steps": steps}


def _go_on(size: str, villages: tuple[Village, ...], *, gently: bool) -> int:
    """The other lives, each whole or not at all, so that this can stop and start again at any moment."""
    mark = Person.objects.filter(import_batch_id=MARK).first()
    assert mark is not None
    until = mark.created_at + BEFORE
    missing = KEPT_FOR_STORIES if HOUSEHOLDS[size] > KEPT_FOR_STORIES else HOUSEHOLDS[size]
    residents = filed_before(households(SEED, HOUSEHOLDS[size], villages), missing)
    lives = cast_all(find_house(), residents, villages, until)[FIRST:]
    there = set(Case.objects.exclude(client=None).values_list("client_id", flat=True))
    waiting = [life for life in lives if life.client_id and life.client_id not in there]
    with _without_pauses():
        for life in waiting:
            begun = time.monotonic()
            with _all_at_once():
                tell([lived(life), hindered(life)], until)
            if gently:
                time.sleep(min(2.0, time.monotonic() - begun))
    return len(waiting)


@contextmanager
def _without_pauses() -> Iterator[None]:
    """The collector of cyclic garbage finds nothing here but costs a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _places(house: House, villages: tuple[Village, ...]) -> dict[str, tuple]:  # type: ignore[type-arg]
    """Which office a district belongs to: two in three to the social office, one to its branch."""
    districts = sorted({village.code[:8] for village in villages})
    places = {}
    for number, district in enumerate(districts):
        login = "yohana" if number % 3 == 2 else "peksos"
        places[district] = (house.staff[login].office_id, house.unit_of(login).id)
    return places


def cast_all(
    house: House, residents: list[Resident], villages: tuple[Village, ...], until: datetime
) -> list[Life]:
    """A life for each place in FATES, with stories by weight and people who fit."""
    chance = random.Random("simpul-demo-lives")
    casting = Casting(residents, {one.code: one for one in villages}, until.astimezone(WIB).date(), chance)
    fates = _fates(chance)
    load: Counter[str] = Counter()
    lives = []
    for number, (story, fate) in enumerate(zip(_by_weight(len(fates), chance), fates, strict=True)):
        stage, days = ("intake", (0, 3)) if story.who == "nobody" else fate
        client = casting.find(story.who)
        if client is None and story.who != "nobody":
            continue
        worker = min(story.workers, key=lambda login: (load[login], login))
        load[worker] += 1
        own = random.Random(f"life-{number}")
        marks = _marks(stage, own)
        begun = until - timedelta(days=chance.uniform(*((2, 5) if "just_arrived" in marks else days)))
        lives.append(
            Life(
                story, house, client, casting.words_for(client), worker, SUPERVISED_BY[_office(worker)], stage,
                Pace(begun, own, until), own, until.astimezone(WIB), marks=marks,
            )
        )  # fmt: skip
    return lives


SUPERVISED_BY = {
    "DINSOS": "supervisor",
    "PPA": "supervisor.ppa",
    "LUD": "supervisor.lud",
    "SENTRA": "supervisor.sentra",
    "LKS": "supervisor.lks",
}


def _office(login: str) -> str:
    return next(one.office for one in STAFF if one.login == login)


def _marks(stage: str, chance: random.Random) -> frozenset[str]:
    marks = set()
    if stage == "intake" and chance.random() < 0.5:
        marks.add("unassigned")
    if stage == "assessment" and chance.random() < 0.25:
        marks.add("just_arrived")
    if stage == "aftercare" and chance.random() < 0.3:
        marks.add("leaves_early")
    return frozenset(marks)


def _fates(chance: random.Random) -> list[tuple[str, tuple[int, int]]]:
    """One of each first, so that the first lives already show every stage; then as they come."""
    rest = [(stage, days) for stage, count, days in FATES for _one in range(count - 1)]
    chance.shuffle(rest)
    first = [(stage, days) for stage, _count, days in FATES]
    return [*first, *rest]


def _by_weight(count: int, chance: random.Random) -> list[Story]:
    """So many stories: each once at first, then spread as the weights say."""
    known = list(stories())
    total = sum(story.weight for story in known)
    more = [story for story in known for _one in range(max(1, round(count * story.weight / total)) - 1)]
    while len(known) + len(more) < count:
        more.append(chance.choices(known, [story.weight for story in known])[0])
    chance.shuffle(known)
    chance.shuffle(more)
    return [*known, *more][:count]


def _mark_for_volunteer(lives: list[Life]) -> None:
    """The volunteer of the village accompanies a few of those whom the agency accompanies, nobody sealed."""
    going = (
        life
        for life in lives
        if life.goes_to in {"intervention", "review"} and life.client and not life.story.sealed
        and _office(life.worker_login) == "DINSOS"
    )  # fmt: skip
    for life in islice(going, VISITED):
        life.marks = life.marks | {"volunteer"}


def _mark_for_portal(lives: list[Life]) -> None:
    """Two grown-up clients of the first social worker will be invited to the portal."""
    mine = [
        life
        for life in lives
        if life.worker_login == "peksos" and life.goes_to in {"intervention", "review", "termination"}
        and life.client and not life.get("guardian")
    ]  # fmt: skip
    for (login, _name, _shown), life in zip(CLIENT_LOGINS, mine, strict=False):
        life.marks = life.marks | {f"portal:{login}"}
