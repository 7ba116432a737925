"""The steps of a referral stand in the course of their case, for whoever may read referrals there."""

from __future__ import annotations

import pytest

from simpul.casework.commands.assign_worker import assign_worker
from simpul.casework.queries.timeline import TimelineEntry, case_timeline
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Hidden
from simpul.referral.commands.accept_referral import accept_referral
from simpul.referral.commands.decline_referral import decline_referral
from simpul.referral.models import ReferralStep
from tests.factories.casework import make_world
from tests.factories.referral import House, drafted, make_house, opened, sent
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def told(actor: Actor, house: House, **facts: object) -> list[TimelineEntry]:
    return [one for one in case_timeline(actor, house.case_id, **facts).entries if one.kind == "referral"]


def test_steps_are_told_newest_first_with_agency_officer_and_reason_but_no_packet(house: House) -> None:
    key = sent(house)
    partner = opened(key)
    decline_referral(partner, key.referral_id, reason="full", words="Penuh sampai Mei.")
    entries = told(house.worker, house)
    assert [one.facts["state"] for one in entries] == ["declined", "received", "sent"]
    assert entries[0].note == "Penuh sampai Mei." and entries[0].facts["reason"] == "full"
    assert entries[0].facts["officer"] == "Ns. Rina, perawat"
    assert entries[-1].by_name == house.world.worker_staff.full_name
    assert "pusing" not in str(entries) and "gula darah" not in str(entries)


def test_draft_is_no_step_and_pages_and_kinds_count_steps_like_everything_else(house: House) -> None:
    drafted(house)
    assert ReferralStep.objects.count() == 1 and told(house.worker, house) == []
    accept_referral(opened(sent(house)), ReferralStep.objects.order_by("-at").first().referral_id)
    assert [one.facts["state"] for one in told(house.worker, house, kinds=("referral",), size=2)] == [
        "accepted", "received",
    ]  # fmt: skip
    assert len(told(house.worker, house, kinds=("referral",), size=2, page=2)) == 1
    assert told(house.worker, house, kinds=("contact",)) == []


def test_volunteer_on_the_team_reads_the_course_without_the_steps_that_her_role_cannot_open(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    volunteer = make_staff(office=house.world.office, role="volunteer")
    assign_worker(house.world.supervisor, house.case_id, staff_id=volunteer.id, role="co")
    sent(house)
    assert told(house.worker, house)
    actor = actor_of(volunteer)
    assert case_timeline(actor, house.case_id).entries and told(actor, house) == []
    with monkeypatch.context() as planted:  # were the act not asked, she would read them
        planted.setattr("simpul.casework.strands.may", lambda _actor, _act: True)
        planted.setattr("simpul.casework.strands.standing_grants", lambda _actor, _act: ())
        assert told(actor, house)


def test_other_offices_read_nothing_at_all(house: House) -> None:
    sent(house)
    with pytest.raises(Hidden):
        told(make_world().worker, house)
