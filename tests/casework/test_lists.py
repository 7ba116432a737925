"""Lists: caseloads, board, search, start page, aids for forms; how many statements they cost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.casework.commands.confirm_assessment import confirm_assessment
from simpul.casework.models import Case
from simpul.casework.queries.case_file import case_file
from simpul.casework.queries.caseloads import (
    cases_of_person,
    find_cases,
    my_caseload,
    my_day,
    supervisor_board,
    unit_caseloads,
)
from simpul.casework.queries.form_words import case_words, respectful_words, suggest_risk
from simpul.casework.queries.timeline import case_timeline
from simpul.kernel.clock import now
from simpul.kernel.errors import Hidden
from simpul.reference.models import Wording
from simpul.safeguards.guarded import writing_as
from tests.casework.conftest import about
from tests.factories.casework import CALM, World, assess, intake, plan_agreed, walk_to
from tests.factories.registry import make_person

pytestmark = pytest.mark.django_db

GATE = 2  # the record within reach, broken glass
DANGER = {**CALM, "danger_now": "yes"}


def test_my_caseload_puts_the_most_urgent_first_and_says_who_was_read(world: World, audited) -> None:
    calm = intake(world)
    urgent = intake(world, client_id=make_person("Kedua").id, screen=DANGER)
    rows = my_caseload(world.worker)
    assert [row.id for row in rows] == [urgent, calm]
    assert rows[1].client_name == world.client.full_name
    assert about(audited("my_caseload"), world.client.id)


def test_my_day_shows_what_is_due_and_what_was_answered(world: World) -> None:
    case_id = intake(world, screen=DANGER)
    confirm_assessment(world.supervisor, assess(world, case_id))
    day = my_day(world.worker)
    assert [row.id for row in day.due] == [case_id]
    assert [(one.kind, one.by_id) for one in day.answered] == [("assessment", world.supervisor_staff.id)]


def test_supervisor_board_shows_who_must_be_seen_first(world: World) -> None:
    late = intake(world, screen=DANGER)
    nobody = intake(world, worker_id=None, client_id=make_person("Kedua").id)
    with writing_as("casework"):
        Case.objects.filter(pk=late).update(next_due=now() - timedelta(hours=2))
    plan_agreed(world, late)
    assess(world, late)
    board = supervisor_board(world.supervisor)
    assert [(row.id, row.overdue) for row in board.visit_first] == [(late, True)]
    assert [row.id for row in board.without_worker] == [nobody]
    assert {one.kind for one in board.waiting} == {"assessment", "plan"}
    assert board.open_count == 2
    with pytest.raises(Hidden):
        supervisor_board(world.worker)


def test_unit_caseloads_weigh_risk(world: World) -> None:
    intake(world, screen=DANGER)
    load = unit_caseloads(world.supervisor)[0]
    assert (load.staff_id, load.cases) == (world.worker_staff.id, 1)
    assert load.points > 1


def test_find_cases_by_reference_name_stage_and_worker(world: World) -> None:
    case_id = intake(world)
    case = Case.objects.get(pk=case_id)
    for facts in (
        {"text": case.reference[-4:]}, {"text": world.client.full_name[:6].lower()}, {"stage": "intake"},
        {"risk": "low"}, {"worker_id": world.worker_staff.id},
    ):  # fmt: skip
        assert [row.id for row in find_cases(world.head, **facts)] == [case_id]
    for facts in (
        {"text": "tidak ada"},
        {"stage": "plan"},
        {"unassigned": True},
        {"overdue": True},
        {"page": 2},
    ):
        assert find_cases(world.head, **facts) == ()
    assert [row.id for row in cases_of_person(world.worker, person_id=world.client.id)] == [case_id]


def test_timeline_comes_page_by_page_newest_first(world: World) -> None:
    case_id = intake(world)
    walk_to(world, case_id, "termination")
    first = case_timeline(world.worker, case_id, size=5)
    second = case_timeline(world.worker, case_id, size=5, page=2)
    moments = [entry.at for entry in (*first.entries, *second.entries)]
    assert first.more
    assert moments == sorted(moments, reverse=True)
    assert {entry.kind for entry in case_timeline(world.worker, case_id, kinds=("risk",)).entries} == {"risk"}
    assert all(entry.by_name for entry in first.entries)


def statements(call) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        call()
    own = (
        "safeguards_auditline",
        "safeguards_auditsubject",
        "safeguards_audithead",
        "SAVEPOINT",
        "BEGIN",
        "COMMIT",
    )
    return [one["sql"] for one in captured if not any(word in one["sql"] for word in own)]


def test_case_file_costs_few_statements_whatever_is_in_it(world: World) -> None:
    case_id = intake(world)
    walk_to(world, case_id, "termination")
    assert len(statements(lambda: case_file(world.worker, case_id))) <= 4 + GATE
    assert len(statements(lambda: my_caseload(world.worker))) <= 4  # which cases, then what a list shows
    assert len(statements(lambda: my_day(world.worker))) <= 7  # with the clocks of grave danger


def test_case_words_and_suggested_risk_serve_the_forms(world: World) -> None:
    words = case_words(world.worker)
    assert words.screen[0][0] == "danger_now"
    assert [step for step, _text in words.goal_steps] == [-2, -1, 0, 1, 2]
    assert suggest_risk(world.worker, screen=DANGER).level == "immediate"
    assert suggest_risk(world.worker, factors=["weapon"]).level == "high"


def test_respectful_words_come_from_reference_data(world: World) -> None:
    with writing_as("reference"):
        Wording.objects.create(
            source="test", certainty="own", language="id", avoid="cacat", prefer="penyandang disabilitas",
            topic="disability",
        )  # fmt: skip
    hit = respectful_words(world.worker, text="Anak itu cacat.")[0]
    assert (hit.found, hit.prefer) == ("cacat", "penyandang disabilitas")
