"""An emergency reading is judged by whoever answers for the client, in time, and never by the reader."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from simpul.kernel.actor import system_actor
from simpul.kernel.clock import at, now
from simpul.kernel.errors import Hidden, InvalidInput, Refused
from simpul.notices.models import Notice
from simpul.registry import policies
from simpul.registry.commands.break_glass import break_glass
from simpul.registry.commands.review_broken_glass import review_broken_glass
from simpul.registry.models import Person
from simpul.registry.queries.broken_glasses import broken_glasses
from simpul.registry.queries.lookers import emergencies_of
from simpul.safeguards.models import AuditLine, AuditSubject, BrokenGlass
from simpul.worklist.commands.escalate_tasks import escalate_tasks
from simpul.worklist.models import Task
from tests.factories.registry import make_person
from tests.factories.workforce import actor_of, login, make_staff
from tests.registry.conftest import Town

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

REASON = "Klien pingsan di terminal; keluarga dan obatnya dicari."


@pytest.fixture
def client_file(town: Town) -> Person:
    return make_person(
        "Sulastri", office_id=town.office.id, unit_id=town.unit.id, care_team=(town.worker_staff.id,)
    )


@pytest.fixture
def glass_id(town: Town, client_file: Person) -> uuid.UUID:
    """A worker of another office reads the file in an emergency."""
    return break_glass(town.stranger, client_file.id, reason=REASON)


def test_review_by_the_clients_supervisor(town: Town, client_file: Person, glass_id: uuid.UUID) -> None:
    (row,) = broken_glasses(town.boss)
    assert (row.id, row.mine_to_review, row.person, row.overdue) == (glass_id, True, "Sulastri", False)
    task = Task.objects.get(kind="review_glass")
    assert (task.assignee_id, task.state) == (town.boss_staff.id, "open")
    assert timedelta(hours=71) < task.due_at - now() <= timedelta(hours=72)
    assert Notice.objects.filter(recipient_id=town.boss_staff.id, kind="glass_opened").exists()
    review_broken_glass(town.boss, glass_id, justified=True, words="Sesuai keadaan darurat.")
    task.refresh_from_db()
    assert task.state == "settled"
    line = AuditLine.objects.filter(act="registry.review_broken_glass").latest("seq")
    assert (line.outcome, line.facts) == ("done", {"justified": True})
    assert AuditSubject.objects.filter(line_id=line.seq).count() == 1
    (told,) = emergencies_of(town.worker, client_file.id)
    assert (told.justified, told.review_words) == (True, "Sesuai keadaan darurat.")


def test_the_readers_own_house_sees_it_and_leaves_the_judgement(town: Town, glass_id: uuid.UUID) -> None:
    theirs = actor_of(make_staff(role="supervisor", scope="office", office=town.other_office))
    (row,) = broken_glasses(theirs)
    assert (row.id, row.mine_to_review, row.person) == (glass_id, False, "")
    with pytest.raises(Hidden):
        review_broken_glass(theirs, glass_id, justified=True, words="Anak buah saya.")
    with at(now() + timedelta(hours=73)):
        (late,) = broken_glasses(theirs)
        assert (late.overdue, late.mine_to_review) == (True, True)
        review_broken_glass(theirs, glass_id, justified=False, words="Terlambat ditinjau.")


def test_the_reader_never_reviews_herself(town: Town) -> None:
    person = make_person("Sari", office_id=town.office.id, unit_id=town.unit.id)
    reader = actor_of(make_staff(role="supervisor", scope="unit", unit=town.unit))
    glass = break_glass(reader, person.id, reason=REASON)
    assert not broken_glasses(reader)[0].mine_to_review
    with pytest.raises(Refused):
        review_broken_glass(reader, glass, justified=True, words="Perlu.")
    assert Task.objects.get(kind="review_glass").assignee_id == town.boss_staff.id


def test_nobodys_client_is_reviewed_by_the_readers_house(town: Town) -> None:
    person = make_person("Tanpa kantor", office_id=None)
    glass = break_glass(town.worker, person.id, reason=REASON)
    review_broken_glass(town.boss, glass, justified=True, words="Perlu.")
    assert BrokenGlass.objects.get(pk=glass).reviewed_by == town.boss.id


def test_review_needs_words_and_happens_once(town: Town, glass_id: uuid.UUID) -> None:
    with pytest.raises(InvalidInput):
        review_broken_glass(town.boss, glass_id, justified=True, words=" ")
    review_broken_glass(town.boss, glass_id, justified=False, words="Tidak mendesak.")
    assert BrokenGlass.objects.get(pk=glass_id).ends_at <= now()
    with pytest.raises(Refused):
        review_broken_glass(town.boss, glass_id, justified=True, words="Sekali lagi.")


def test_a_late_review_goes_up_to_the_head(town: Town, glass_id: uuid.UUID) -> None:
    head = make_staff(role="head_of_office", scope="office", office=town.office)
    with at(now() + timedelta(hours=73)):
        escalate_tasks(system_actor())
    assert Notice.objects.filter(recipient_id=head.id, kind="task_overdue").count() == 1
    assert broken_glasses(actor_of(head))[0].mine_to_review


def test_a_file_sealed_since_is_hidden_from_the_readers_house(town: Town, client_file: Person) -> None:
    break_glass(town.stranger, client_file.id, reason=REASON)
    from simpul.safeguards.guarded import writing_as

    with writing_as("registry"):
        Person.objects.filter(pk=client_file.pk).update(sealed=True)
    theirs = actor_of(make_staff(role="supervisor", scope="office", office=town.other_office))
    assert broken_glasses(theirs) == broken_glasses(town.boss) == ()


def test_supervisors_pages_show_it_with_a_way_to_review(
    town: Town, client: Client, glass_id: uuid.UUID
) -> None:
    login(client, town.boss_staff)
    assert f"/akses-darurat/{glass_id}/tinjau/" in client.get("/akses-darurat/").content.decode()
    assert "/akses-darurat/" in client.get("/papan/").content.decode()
    answer = client.post(f"/akses-darurat/{glass_id}/tinjau/", {"justified": "yes", "words": "Sesuai."})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    assert BrokenGlass.objects.get(pk=glass_id).reviewed_at is not None


def test_planted_reach_by_the_readers_office_alone_leaves_the_page_empty(
    town: Town, glass_id: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simpul.safeguards.gate import ACTS
    from simpul.safeguards.reach import reach

    blind = lambda actor, act: reach(actor, act, unit="unit_id", office="office_id")  # noqa: E731
    query = ACTS["registry.broken_glasses"].function
    assert broken_glasses(town.boss)
    found = query(town.boss, BrokenGlass.objects.filter(blind(town.boss, "registry.broken_glasses")))
    assert found == ()
    assert policies.glass_reach(town.boss, "registry.broken_glasses") != blind(
        town.boss, "registry.broken_glasses"
    )
