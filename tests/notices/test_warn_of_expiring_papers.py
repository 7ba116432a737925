"""A paper that runs out: its holder and her supervisor hear of it in time, once at each interval."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from simpul.jobs.handlers import RECURRING
from simpul.kernel.actor import system_actor
from simpul.kernel.clock import at, now, today
from simpul.kernel.errors import Refused
from simpul.notices.commands.warn_of_expiring_papers import KIND, warn_of_expiring_papers
from simpul.notices.models import Notice, PaperWarned
from simpul.reference.models import PaperWarning
from simpul.reference.tables.reading import entries_of
from simpul.reference.tables.topics import TOPICS
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import AuditLine
from simpul.workforce.models import Credential, Staff
from tests.factories.workforce import actor_of, login, make_office, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

SYSTEM = system_actor()


@pytest.fixture(autouse=True)
def _intervals(db: object) -> None:
    """The intervals that are shipped."""
    topic = next(topic for topic in TOPICS if topic.name == "paper-warnings")
    with writing_as("reference"):
        PaperWarning.objects.all().delete()
        PaperWarning.objects.bulk_create([PaperWarning(**facts) for facts in entries_of(topic)])


@pytest.fixture
def boss() -> Staff:
    return make_staff(role="supervisor", scope="unit", office=make_office())


@pytest.fixture
def worker(boss: Staff) -> Staff:
    return make_staff(unit=boss.unit)


def paper(
    staff: Staff, *, left: int, kind: str = "str", number: str = "STR-1", issued: int = 900
) -> Credential:
    with writing_as("workforce"):
        made: Credential = Credential.objects.create(
            staff=staff, kind=kind, number=number, issued_on=today() - timedelta(days=issued),
            expires_on=today() + timedelta(days=left), recorded_by=staff.id,
        )  # fmt: skip
    return made


def told(staff: Staff) -> list[str]:
    rows = Notice.objects.filter(recipient_id=staff.id, kind=KIND).order_by("made_at", "id")
    return [row.title % row.title_facts for row in rows]


def on_day(day: int) -> None:
    with at(now() + timedelta(days=day)):
        warn_of_expiring_papers(SYSTEM)


def test_both_are_told_once_at_90_30_7_and_0_days(worker: Staff, boss: Staff) -> None:
    paper(worker, left=100)
    for day in range(0, 104):
        on_day(day)
    name = worker.full_name
    assert told(worker) == [
        "One of your papers runs out in 90 days", "One of your papers runs out in 30 days",
        "One of your papers runs out in 7 days", "One of your papers runs out today",
    ]  # fmt: skip
    assert told(boss) == [
        f"A paper of {name} runs out in 90 days", f"A paper of {name} runs out in 30 days",
        f"A paper of {name} runs out in 7 days", f"A paper of {name} runs out today",
    ]  # fmt: skip
    assert PaperWarned.objects.count() == 4


def test_days_that_were_missed_are_made_good_by_one_notice(worker: Staff, boss: Staff) -> None:
    paper(worker, left=5)
    on_day(0)
    on_day(0)
    assert told(worker) == ["One of your papers runs out in 5 days"]
    on_day(9)
    on_day(10)
    assert told(worker)[1:] == ["One of your papers has run out"]


def test_a_renewed_paper_and_people_who_left_are_left_in_peace(worker: Staff, boss: Staff) -> None:
    paper(worker, left=5)
    paper(worker, left=1800, number="STR-2", issued=1)
    gone = make_staff(unit=boss.unit, active_until=today() - timedelta(days=1), active_from=date(2020, 1, 1))
    paper(gone, left=5, number="STR-3")
    paper(boss, left=5, number="STR-4")
    on_day(0)
    assert told(worker) == told(gone) == []
    assert told(boss) == ["One of your papers runs out in 5 days"], "she is not told about herself twice"
    line = AuditLine.objects.filter(act="notices.warn_of_expiring_papers").latest("seq")
    assert (line.outcome, line.facts) == ("done", {"papers": 1})


def test_the_intervals_are_dated_data_of_our_own(worker: Staff, boss: Staff) -> None:
    assert {(row.days_before, row.certainty) for row in PaperWarning.objects.all()} == {
        (90, "own"), (30, "own"), (7, "own"), (0, "own"),
    }  # fmt: skip
    with writing_as("reference"):
        PaperWarning.objects.filter(days_before=90).update(valid_to=today() - timedelta(days=1))
    paper(worker, left=60)
    on_day(0)
    assert told(worker) == []
    assert "notices.warn_of_expiring_papers" in RECURRING


def test_only_the_clock_may_tell(worker: Staff) -> None:
    with pytest.raises(Refused):
        warn_of_expiring_papers(actor_of(worker))


def test_beranda_and_board_show_it(worker: Staff, boss: Staff, client: Client) -> None:
    paper(worker, left=5)
    login(client, worker)
    assert "5 hari lagi" in client.get(reverse("desk_home")).content.decode()
    login(client, boss)
    page = client.get(reverse("desk_board")).content.decode()
    assert worker.full_name in page and "5 hari lagi" in page


def test_planted_second_telling_is_refused_by_the_database(worker: Staff) -> None:
    made = paper(worker, left=5)
    on_day(0)
    with pytest.raises(IntegrityError), writing_as("notices"):
        PaperWarned.objects.create(paper=made, days_before=7)
