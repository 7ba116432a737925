"""The steps of a referral stand in the course of their case, for whoever may read referrals there."""

from __future__ import annotations

import pytest

from simpul.casework.queries.timeline import TimelineEntry, case_timeline
from simpul.kernel.actor import Actor, Role
from simpul.kernel.errors import Hidden
from simpul.referral.commands.accept_referral import accept_referral
from simpul.referral.commands.decline_referral import decline_referral
from simpul.referral.models import ReferralStep
from simpul.safeguards.permissions import matrix
from tests.factories.casework import make_world
from tests.factories.referral import House, drafted, make_house, opened, sent

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


def test_who_may_not_read_referrals_reads_the_course_without_them(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(house)
    assert told(house.worker, house)
    cells = {role: cell for role, cell in matrix()["referral.referrals_of_case"].items()}
    del cells[Role.SOCIAL_WORKER]
    monkeypatch.setitem(matrix(), "referral.referrals_of_case", cells)
    assert told(house.worker, house) == []


def test_other_offices_read_nothing_at_all(house: House) -> None:
    sent(house)
    with pytest.raises(Hidden):
        told(make_world().worker, house)
