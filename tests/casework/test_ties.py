"""Controlled involvement: nobody works with kin, however and whenever the tie comes to light."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.casework.commands.accept_handover import accept_handover
from simpul.casework.commands.approve_plan import approve_plan
from simpul.casework.commands.assign_worker import assign_worker
from simpul.casework.commands.close_case import close_case
from simpul.casework.commands.convene_conference import Guest, convene_conference
from simpul.casework.commands.find_ties import find_ties
from simpul.casework.commands.hand_over_case import hand_over_case
from simpul.casework.commands.record_case_consent import ConsentGiven, record_case_consent
from simpul.casework.commands.review_case import review_case
from simpul.casework.errors import TieStands
from simpul.casework.models import Assignment
from simpul.casework.queries.case_file import case_file
from simpul.casework.queries.caseloads import supervisor_board
from simpul.kernel.actor import system_actor
from simpul.kernel.clock import now, today
from simpul.kernel.errors import Hidden, InvalidInput
from simpul.notices.models import Notice
from simpul.registry import kin
from simpul.registry.errors import TieBars
from simpul.registry.models import Person
from simpul.safeguards.guarded import writing_as
from simpul.workforce.commands.declare_own_record import declare_own_record
from simpul.workforce.models import Cover, Staff
from simpul.worklist.models import Task
from tests.casework.conftest import fields_of
from tests.factories.casework import CLOSING, World, assess, intake, make_world, plan_agreed, walk_to
from tests.factories.registry import make_person, make_tie
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def make_kin(staff: Staff, client: Person) -> None:
    """The worker turns out to be the client's parent: recorded in the registry, declared by nobody."""
    me = make_person(f"Berkas {staff.full_name}")
    declare_own_record(actor_of(staff), staff.id, person_id=me.id)
    make_tie(me, "parent", client)


def test_kin_by_the_registry_are_not_assigned(world: World, audited) -> None:
    case_id = intake(world)
    relative = make_staff(office=world.office, unit=world.unit)
    make_kin(relative, world.client)
    with pytest.raises(TieStands) as refusal:
        assign_worker(world.supervisor, case_id, staff_id=relative.id)
    assert "tie" in str(refusal.value) and "parent" not in str(refusal.value)
    assert audited("assign_worker").outcome == "refused"
    with pytest.raises(TieStands):
        hand_over_case(world.worker, case_id, to_staff_id=relative.id, reason="Pindah wilayah")
    with pytest.raises(TieStands):
        intake(world, worker_id=relative.id)
    assert Assignment.objects.filter(staff=relative).count() == 0


def test_a_tie_registered_while_a_handover_waits_refuses_the_yes(world: World) -> None:
    case_id = intake(world)
    other = make_staff(office=world.office, unit=world.unit)
    offer = hand_over_case(world.worker, case_id, to_staff_id=other.id, reason="Pindah wilayah")
    make_kin(other, world.client)
    with pytest.raises(TieStands):
        accept_handover(actor_of(other), offer)


def test_kin_approve_close_review_and_chair_nothing(world: World) -> None:
    case_id = intake(world)
    plan_id = plan_agreed(world, case_id)
    assign_worker(world.head, case_id, staff_id=world.supervisor_staff.id, role="supervisor")
    make_kin(world.supervisor_staff, world.client)
    make_kin(world.worker_staff, world.client)
    with pytest.raises(TieBars):
        approve_plan(world.supervisor, plan_id)
    with pytest.raises(TieBars):
        review_case(world.worker, case_id, progress="Baik", client_view="Senang", outcome="end")
    with pytest.raises(TieBars):
        close_case(world.worker, case_id, **CLOSING)
    record_case_consent(
        world.worker, case_id,
        consent=ConsentGiven(given_how="signed", items={"identity": True}, purpose="conference"),
    )  # fmt: skip
    guests = [Guest(staff_id=world.worker_staff.id), Guest(staff_id=world.supervisor_staff.id)]
    facts = {
        "planned_for": now() + timedelta(days=2),
        "place": "Aula",
        "purpose": "Rencana",
        "guests": guests,
    }
    with pytest.raises(TieBars):
        convene_conference(world.worker, case_id, **facts)
    with pytest.raises(InvalidInput) as refusal:
        convene_conference(world.head, case_id, **facts)
    assert fields_of(refusal) == {"guests"}


def test_kin_do_not_reach_the_case_by_their_role(world: World) -> None:
    case_id = intake(world)
    assert case_file(world.supervisor, case_id)
    make_kin(world.supervisor_staff, world.client)
    with pytest.raises(Hidden):
        case_file(world.supervisor, case_id)
    board = supervisor_board(world.supervisor)
    assert (board.open_count, board.subject_ids) == (0, ())
    assert case_file(world.head, case_id)


def test_a_tie_that_comes_to_light_is_put_before_the_supervisor_once(world: World, audited) -> None:
    case_id = intake(world)
    assert find_ties(system_actor()) == 0
    make_kin(world.worker_staff, world.client)
    assert find_ties(system_actor()) == 1
    task = Task.objects.get(kind="settle_tie")
    assert (task.assignee_id, task.case_id, task.urgency) == (world.supervisor_staff.id, case_id, "high")
    assert task.title_facts["worker"] == world.worker_staff.full_name
    assert world.client.full_name not in str(task.title_facts) and "parent" not in task.title
    assert find_ties(system_actor()) == 1
    assert Notice.objects.filter(kind="settle_tie", recipient_id=world.supervisor_staff.id).count() == 1
    assert audited("find_ties").facts == {"found": 1}
    assert case_file(world.worker, case_id), "her client is not left alone before somebody else is there"
    other = make_staff(office=world.office, unit=world.unit)
    assign_worker(world.supervisor, case_id, staff_id=other.id)
    assert find_ties(system_actor()) == 0
    task.refresh_from_db()
    assert task.state == "settled"
    with pytest.raises(Hidden):
        case_file(world.worker, case_id)


def test_a_cover_of_kin_lends_nothing_and_is_put_before_the_supervisor(world: World) -> None:
    case_id = intake(world)
    stand_in = make_staff(office=world.office, unit=world.unit)
    with writing_as("workforce"):
        Cover.objects.create(
            absent=world.worker_staff, covering=stand_in, starts_on=today(), ends_on=today(),
            arranged_by=world.supervisor.id,
        )  # fmt: skip
    assert case_file(actor_of(stand_in), case_id)
    make_kin(stand_in, world.client)
    with pytest.raises(Hidden):
        case_file(actor_of(stand_in), case_id)
    assert find_ties(system_actor()) == 1
    assert Task.objects.get(kind="settle_tie").title_facts["worker"] == stand_in.full_name


def test_papers_go_to_a_supervisor_without_a_tie(world: World) -> None:
    case_id = intake(world)
    make_kin(world.supervisor_staff, world.client)
    walk_to(world, case_id, "assessment")
    assess(world, case_id)
    task = Task.objects.get(kind="confirm_assessment")
    assert task.assignee_id not in {world.supervisor_staff.id, None}


def test_planted_assignment_that_asks_only_for_declared_ties(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simpul.casework.commands import _team
    from simpul.workforce.conflicts import conflicted_persons

    case_id = intake(world)
    relative = make_staff(office=world.office, unit=world.unit)
    make_kin(relative, world.client)
    monkeypatch.setattr(_team, "tied_persons", conflicted_persons)
    assign_worker(world.supervisor, case_id, staff_id=relative.id)
    assert find_ties(system_actor()) == 1, "and the search by night finds what the act let pass"
    assert kin.has_tie(relative.id, world.client.id)
