"""The client in the portal: her own file, her letters, her complaint."""

from __future__ import annotations

import pytest

from simpul.casework.commands.answer_complaint import answer_complaint
from simpul.casework.commands.complain import complain
from simpul.casework.commands.read_letter import read_letter
from simpul.casework.commands.write_from_portal import write_from_portal
from simpul.casework.errors import WrongStage
from simpul.casework.models import ClientLetter, Complaint
from simpul.casework.queries.case_file import case_file
from simpul.casework.queries.client_view import client_view, own_cases
from simpul.casework.queries.complaints import complaints
from simpul.casework.queries.timeline import case_timeline
from simpul.kernel.errors import Hidden, InvalidInput
from simpul.worklist.models import Task
from tests.casework.conftest import about, open_tasks
from tests.factories.casework import World, intake, make_world, plan_in_force

pytestmark = pytest.mark.django_db


def test_client_view_shows_her_own_words_plan_and_people(world: World, audited) -> None:
    case_id = intake(world)
    plan_in_force(world, case_id)
    seen = client_view(world.client_actor, case_id)
    assert seen.goals[0].client_words == "Anak saya sekolah lagi."
    assert seen.workers == (world.worker_staff.titled_name,)
    assert [row.id for row in own_cases(world.client_actor)] == [case_id]
    assert about(audited("client_view"), world.client.id)


def test_client_opens_neither_another_file_nor_the_workers_page(world: World) -> None:
    case_id = intake(world)
    other = make_world()
    for act in (client_view, case_file, case_timeline):
        with pytest.raises(Hidden):
            act(other.client_actor, case_id)
    with pytest.raises(Hidden):
        case_file(world.client_actor, case_id)
    assert own_cases(other.client_actor) == ()


def test_worker_has_no_use_for_the_clients_page(world: World) -> None:
    with pytest.raises(Hidden):
        client_view(world.worker, intake(world))


def test_write_from_portal_reaches_the_worker_unchanged(world: World, audited) -> None:
    case_id = intake(world)
    letter_id = write_from_portal(world.client_actor, case_id, words="Bu, saya takut pulang.")
    assert open_tasks(case_id)["read_letter"].assignee_id == world.worker_staff.id
    entry = next(one for one in case_timeline(world.worker, case_id).entries if one.kind == "letter")
    assert entry.client_words == "Bu, saya takut pulang."
    assert "takut" not in str(audited("write_from_portal").facts)
    read_letter(world.worker, letter_id)
    assert client_view(world.client_actor, case_id).letters[0].read_at is not None
    assert "read_letter" not in open_tasks(case_id)


@pytest.mark.parametrize("words", ["", "  ", "a" * 20_001])
def test_write_from_portal_refuses_nothing_and_too_much(world: World, words: str) -> None:
    with pytest.raises(InvalidInput):
        write_from_portal(world.client_actor, intake(world), words=words)


def test_write_from_portal_into_a_foreign_case_is_hidden(world: World) -> None:
    case_id = intake(world)
    with pytest.raises(Hidden):
        write_from_portal(make_world().client_actor, case_id, words="x")
    assert not ClientLetter.objects.exists()


def test_complain_goes_past_the_team_to_the_head(world: World) -> None:
    case_id = intake(world)
    reference = complain(world.client_actor, case_id, about="worker", words="Saya dibentak.", wish="Maaf")
    assert reference.startswith("PG-")
    task = Task.objects.get(kind="answer_complaint")
    assert (task.assignee_id, task.case_id) == (world.head.staff_id, None)
    assert complaints(world.head)[0].words == "Saya dibentak."
    assert all(entry.kind != "complaint" for entry in case_timeline(world.worker, case_id).entries)
    with pytest.raises(Hidden):
        complaints(world.worker)


def test_complaint_is_not_read_by_a_supervisor_on_the_team(world: World) -> None:
    from simpul.casework.commands.assign_worker import assign_worker

    case_id = intake(world)
    assign_worker(world.head, case_id, staff_id=world.supervisor_staff.id, role="supervisor")
    complain(world.client_actor, case_id, about="worker", words="x")
    assert complaints(world.supervisor) == ()
    with pytest.raises(Hidden):
        answer_complaint(world.supervisor, Complaint.objects.get().id, answer="y")


def test_answer_complaint_once_and_the_client_reads_it(world: World) -> None:
    case_id = intake(world)
    complain(world.client_actor, case_id, about="waiting", words="Terlalu lama.")
    complaint_id = Complaint.objects.get().id
    with pytest.raises(InvalidInput):
        answer_complaint(world.head, complaint_id, answer=" ")
    answer_complaint(world.head, complaint_id, answer="Kami minta maaf.")
    assert client_view(world.client_actor, case_id).complaints[0].answer == "Kami minta maaf."
    with pytest.raises(WrongStage):
        answer_complaint(world.head, complaint_id, answer="Lagi")
