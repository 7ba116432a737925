"""Case conferences: consent, invitations, pledge, decisions with owners."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from simpul.casework.commands.advance_stage import advance_stage
from simpul.casework.commands.answer_invitation import answer_invitation
from simpul.casework.commands.convene_conference import Guest, convene_conference
from simpul.casework.commands.hold_conference import DecisionGiven, hold_conference
from simpul.casework.commands.record_case_consent import ConsentGiven, record_case_consent
from simpul.casework.commands.settle_decision import settle_decision
from simpul.casework.errors import StageNotReady, WrongStage
from simpul.casework.models import Invitation
from simpul.casework.queries.conferences import conference_view, my_invitations
from simpul.kernel.clock import now, today
from simpul.kernel.errors import ConsentMissing, Hidden, InvalidInput
from simpul.safeguards.guarded import writing_as
from tests.casework.conftest import case_now, fields_of, open_tasks
from tests.factories.casework import World, assess, intake, walk_to

pytestmark = pytest.mark.django_db

TALK = ConsentGiven(given_how="signed", purpose="conference", items={"narrative": True})


def convene(world: World, case_id, **facts):
    facts = {
        "planned_for": now() + timedelta(days=2), "place": "Ruang rapat", "purpose": "Pengasuhan anak",
        "guests": [Guest(staff_id=world.worker_staff.id), Guest(name="Bu Guru", capacity="Wali kelas")],
        **facts,
    }  # fmt: skip
    return convene_conference(world.worker, case_id, **facts)


@pytest.fixture
def case_id(world: World):
    made = intake(world)
    record_case_consent(world.worker, made, consent=TALK)
    return made


def minutes(conference_id, **facts):
    ids = list(
        Invitation.objects.filter(conference_id=conference_id)
        .order_by("position")
        .values_list("id", flat=True)
    )
    return {
        "attended": ids, "pledged": ids, "minutes": "Dibahas.", "dissent": "Bu Guru ingin menunggu.",
        "decisions": [DecisionGiven("Kunjungan rumah", ids[0], today())], **facts,
    }  # fmt: skip


def test_convene_conference_needs_the_clients_consent_to_it(world: World) -> None:
    with pytest.raises(ConsentMissing):
        convene(world, intake(world))


def test_convene_conference_invites_and_reminds(world: World, case_id, audited) -> None:
    conference_id = convene(world, case_id)
    assert [guest.name for guest in conference_view(world.worker, conference_id).guests][1] == "Bu Guru"
    assert "attend_conference" in open_tasks(case_id)
    assert my_invitations(world.worker)[0].conference_id == conference_id
    assert audited("convene_conference").facts["invited"] == 2
    with pytest.raises(WrongStage):
        convene(world, case_id)


def test_convene_conference_needs_two_people_and_a_coming_day(world: World, case_id) -> None:
    with pytest.raises(InvalidInput) as refusal:
        convene(world, case_id, guests=[Guest(name=" ")], planned_for=now() - timedelta(days=1), place="")
    assert fields_of(refusal) == {"guests", "planned_for", "place"}


def test_answer_invitation_only_ones_own(world: World, case_id) -> None:
    conference_id = convene(world, case_id)
    mine, outside = Invitation.objects.filter(conference_id=conference_id).order_by("position")
    answer_invitation(world.worker, mine.id, answer="coming")
    assert Invitation.objects.get(pk=mine.pk).answer == "coming"
    for other in (outside, mine):
        with pytest.raises(Hidden):
            answer_invitation(world.supervisor, other.id, answer="coming")
    with pytest.raises(InvalidInput):
        answer_invitation(world.worker, mine.id, answer="perhaps")


def test_hold_conference_keeps_minutes_pledges_decisions_and_dissent(world: World, case_id) -> None:
    conference_id = convene(world, case_id)
    hold_conference(world.worker, conference_id, **minutes(conference_id))
    seen = conference_view(world.worker, conference_id)
    assert (seen.state, seen.dissent) == ("held", "Bu Guru ingin menunggu.")
    assert seen.decisions[0].owner_name == world.worker_staff.full_name
    assert open_tasks(case_id)["do_decision"].assignee_id == world.worker_staff.id
    settle_decision(world.worker, seen.decisions[0].id)
    assert "do_decision" not in open_tasks(case_id)
    with pytest.raises(WrongStage):
        hold_conference(world.worker, conference_id, **minutes(conference_id))


def test_hold_conference_lets_nobody_take_part_without_the_pledge(world: World, case_id) -> None:
    conference_id = convene(world, case_id)
    with pytest.raises(InvalidInput) as refusal:
        hold_conference(world.worker, conference_id, **minutes(conference_id, pledged=[], decisions=[]))
    assert fields_of(refusal) == {"pledged", "decisions"}


def test_database_refuses_attendance_without_pledge(world: World, case_id) -> None:
    conference_id = convene(world, case_id)
    with writing_as("casework"), pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(conference_id=conference_id).update(attended=True)


def test_held_conference_opens_the_way_to_the_plan(world: World, case_id) -> None:
    walk_to(world, case_id, "assessment")
    assess(world, case_id)
    advance_stage(world.worker, case_id, to="conference")
    with pytest.raises(StageNotReady):
        advance_stage(world.worker, case_id, to="plan")
    conference_id = convene(world, case_id)
    hold_conference(world.worker, conference_id, **minutes(conference_id))
    advance_stage(world.worker, case_id, to="plan")
    assert case_now(case_id).stage == "plan"
