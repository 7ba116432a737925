"""From the draft to the client's view: each act, each refusal, what is left behind."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from simpul.casework.commands.assign_worker import assign_worker
from simpul.kernel.actor import system_actor
from simpul.kernel.clock import at, now, today
from simpul.kernel.errors import Conflict, Hidden, InvalidInput
from simpul.reference.models import ReferralTarget
from simpul.referral.choices import ReferralState
from simpul.referral.commands.accept_referral import accept_referral
from simpul.referral.commands.close_referral import close_referral
from simpul.referral.commands.decline_referral import decline_referral
from simpul.referral.commands.draft_referral import ReferralGiven, draft_referral
from simpul.referral.commands.expire_referrals import expire_referrals
from simpul.referral.commands.note_barrier import BarrierGiven, note_barrier
from simpul.referral.commands.recall_referral import recall_referral
from simpul.referral.commands.receive_referral import receive_referral
from simpul.referral.commands.record_attendance import record_attendance
from simpul.referral.commands.report_outcome import report_outcome
from simpul.referral.commands.revise_referral import revise_referral
from simpul.referral.commands.schedule_referral import schedule_referral
from simpul.referral.commands.waitlist_referral import waitlist_referral
from simpul.referral.errors import NobodyYet, WrongState
from simpul.referral.models import Barrier, Referral, ReferralStep
from simpul.referral.queries.referral_view import barriers_of_case, referral_view, referrals_of_case
from simpul.referral.queries.referrals_waiting import referrals_waiting
from simpul.referral.rules.loop import WAITS_FOR, State
from simpul.safeguards.guarded import writing_as
from simpul.worklist.models import Task
from tests.factories.casework import intake
from tests.factories.referral import House, drafted, referral_now, sent
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def fields_of(refusal: pytest.ExceptionInfo[InvalidInput]) -> set[str]:
    return {fault.field for fault in refusal.value.faults}


def test_every_state_has_words_somebody_to_wait_for_and_a_target(house: House) -> None:
    assert set(ReferralState.values) == {state.value for state in State} == set(WAITS_FOR)
    told = set(ReferralTarget.objects.values_list("state", flat=True))
    assert told == set(ReferralState.values) - {"closed"}


def test_the_whole_way_to_help_with_a_missed_visit(house: House) -> None:
    key = sent(house)
    boss, one = house.worker, key.referral_id
    receive_referral(boss, one, words="Lewat telepon.")
    accept_referral(boss, one)
    schedule_referral(boss, one, appointment_at=now() + timedelta(days=3), note="Loket 2, bawa KTP.")
    record_attendance(boss, one, attended=False, barrier=BarrierGiven("distance", tried="Dicarikan ojek."))
    assert Barrier.objects.get(referral_id=one).agency_id == referral_now(one).agency_id
    schedule_referral(boss, one, appointment_at=now() + timedelta(days=4))
    record_attendance(boss, one, attended=True)
    report_outcome(boss, one, outcome="served", words="Obat untuk sebulan.")
    close_referral(boss, one, client_view="helped", client_words="Sudah tidak pusing.")
    acts = list(ReferralStep.objects.filter(referral_id=one).order_by("number").values_list("act", flat=True))
    assert acts == [
        "draft_referral", "send_referral", "receive_referral", "accept_referral", "schedule_referral",
        "record_attendance", "schedule_referral", "record_attendance", "report_outcome", "close_referral",
    ]  # fmt: skip
    assert all(step.by_id and step.at for step in ReferralStep.objects.all())
    assert not Task.objects.filter(key__startswith="referral.follow:", state="open").exists()
    assert referral_now(one).due_at is None


def test_open_referral_has_owner_date_and_a_task_that_names_nobody(house: House) -> None:
    one = referral_now(drafted(house))
    assert one.owner_id == house.world.worker_staff.id and one.due_at > now()
    task = Task.objects.get(key=f"referral.follow:{one.id}")
    assert task.assignee_id == one.owner_id and task.escalate_at == one.due_at
    assert house.world.client.full_name not in f"{task.title} {task.title_facts}"
    assert "Puskesmas" not in f"{task.title} {task.title_facts}"


def test_database_refuses_an_idle_referral(house: House) -> None:
    one = drafted(house)
    with pytest.raises(IntegrityError), transaction.atomic(), writing_as("referral"):
        Referral.objects.filter(pk=one).update(due_at=None)
    with pytest.raises(IntegrityError), transaction.atomic(), writing_as("referral"):
        Referral.objects.filter(pk=one).update(state="closed", due_at=None)


def test_step_is_never_changed(house: House) -> None:
    drafted(house)
    step = ReferralStep.objects.get()
    step.act = "accept_referral"
    with pytest.raises(TypeError), writing_as("referral"):
        step.save()


def test_draft_asks_for_service_words_and_what_is_needed(house: House) -> None:
    with pytest.raises(InvalidInput) as refusal:
        drafted(house, service_id=None, asked=" ", wanted=("health", "plan"), told={"health": "x"})
    assert fields_of(refusal) == {"asked", "service_id", "told_plan"}
    with pytest.raises(InvalidInput) as refusal:
        drafted(house, wanted=("photographs",))
    assert fields_of(refusal) == {"wanted"}


def test_draft_needs_somebody(house: House) -> None:
    unknown = intake(house.world, client_id=None)
    given = ReferralGiven(service_id=house.service_id, asked="Rawat luka")
    with pytest.raises(NobodyYet):
        draft_referral(house.worker, unknown, given=given)


def test_draft_follows_only_a_referral_of_the_same_case(house: House) -> None:
    first = drafted(house)
    assert referral_now(drafted(house, follows_id=first)).follows_id == first
    other = intake(house.world)
    with pytest.raises(Hidden):
        draft_referral(house.worker, other, given=ReferralGiven(house.service_id, "Obat"), follows_id=first)


def test_revise_changes_a_draft_once_and_nothing_sent(house: House) -> None:
    one = drafted(house)
    given = ReferralGiven(house.service_id, "Obat saja")
    revise_referral(house.worker, one, version=1, given=given)
    assert referral_now(one).asked == "Obat saja" and referral_now(one).wanted == ["identity"]
    with pytest.raises(Conflict):
        revise_referral(house.worker, one, version=1, given=given)
    gone = sent(house).referral_id
    with pytest.raises(WrongState):
        revise_referral(house.worker, gone, version=2, given=given)


@pytest.mark.parametrize(
    ("reason", "rule", "words", "wrong", "kind"),
    [
        ("full", "", "", set(), "capacity"),
        ("papers", "", "KK belum ada", set(), "document"),
        ("area", "", "", {"rule"}, ""),
        ("conditions", "Harus ber-KTP setempat", "", set(), "rule"),
        ("other", "", "", {"words"}, ""),
        ("whim", "", "", {"reason"}, ""),
    ],
)  # fmt: skip
def test_decline_says_why_and_becomes_a_barrier(
    house: House, reason: str, rule: str, words: str, wrong: set[str], kind: str
) -> None:
    one = sent(house).referral_id
    if wrong:
        with pytest.raises(InvalidInput) as refusal:
            decline_referral(house.worker, one, reason=reason, rule=rule, words=words)
        assert fields_of(refusal) == wrong
        return
    decline_referral(house.worker, one, reason=reason, rule=rule, words=words)
    found = Barrier.objects.get()
    assert (found.kind, found.rule, found.words) == (kind, rule, words)
    assert referral_now(one).state == "declined"


def test_waiting_list_tells_until_when_and_is_kept_as_barrier_once(house: House) -> None:
    one = sent(house).referral_id
    with pytest.raises(InvalidInput):
        waitlist_referral(house.worker, one, queue_until=None)
    with pytest.raises(InvalidInput):
        waitlist_referral(house.worker, one, queue_until=today() - timedelta(days=1))
    until = today() + timedelta(days=5)
    waitlist_referral(house.worker, one, queue_until=until, queue_place=7)
    waitlist_referral(house.worker, one, queue_until=until, queue_place=4)
    assert Barrier.objects.filter(kind="capacity").count() == 1
    assert referral_now(one).due_at.date() <= until
    accept_referral(house.worker, one)
    assert referral_now(one).queue_place is None


def test_missed_visit_asks_our_worker_what_was_in_the_way(house: House) -> None:
    one = sent(house).referral_id
    accept_referral(house.worker, one)
    with pytest.raises(InvalidInput) as refusal:
        schedule_referral(house.worker, one, appointment_at=now() - timedelta(hours=1))
    assert fields_of(refusal) == {"appointment_at"}
    schedule_referral(house.worker, one, appointment_at=now() + timedelta(hours=1))
    for wrong in (None, BarrierGiven("rule"), BarrierGiven("weather")):
        with pytest.raises(InvalidInput):
            record_attendance(house.worker, one, attended=False, barrier=wrong)
    with pytest.raises(InvalidInput):
        record_attendance(house.worker, one, attended=None)


def test_outcome_not_helped_asks_for_the_barrier_partly_for_words(house: House) -> None:
    one = sent(house).referral_id
    accept_referral(house.worker, one)
    with pytest.raises(InvalidInput) as refusal:
        report_outcome(house.worker, one, outcome="not_served")
    assert fields_of(refusal) == {"kind"}
    with pytest.raises(InvalidInput) as refusal:
        report_outcome(house.worker, one, outcome="partly")
    assert fields_of(refusal) == {"words"}
    report_outcome(house.worker, one, outcome="not_served", barrier=BarrierGiven("fee"))
    assert Barrier.objects.get().kind == "fee"


def test_closing_asks_the_client_or_says_why_not(house: House) -> None:
    one = sent(house).referral_id
    with pytest.raises(WrongState):
        close_referral(house.worker, one, client_view="helped")
    recall_referral(house.worker, one, reason="other_way")
    with pytest.raises(InvalidInput):
        close_referral(house.worker, one, client_view="not_asked")
    close_referral(house.worker, one, client_view="not_asked", words="Tiga kali ditelepon.")
    assert referral_now(one).state == "closed"


def test_nobody_answers_and_the_owner_learns_of_it(house: House) -> None:
    one = sent(house).referral_id
    assert expire_referrals(system_actor()) == 0
    with at(now() + timedelta(days=31)):
        assert expire_referrals(system_actor()) == 1
        assert expire_referrals(system_actor()) == 0
    assert referral_now(one).state == "expired"
    assert Task.objects.get(key=f"referral.follow:{one}").kind == "referral_expired"


def test_referral_follows_the_case_to_its_new_worker(house: House) -> None:
    one = drafted(house)
    other = make_staff(office=house.world.office, unit=house.world.unit)
    assign_worker(house.world.supervisor, house.case_id, staff_id=other.id, role="primary", reason="Cuti")
    expire_referrals(system_actor())
    assert referral_now(one).owner_id == other.id
    assert Task.objects.get(key=f"referral.follow:{one}").assignee_id == other.id


def test_barrier_without_a_referral_is_kind_and_day(house: House) -> None:
    note_barrier(house.worker, house.case_id, barrier=BarrierGiven("attitude"))
    with pytest.raises(InvalidInput) as refusal:
        note_barrier(
            house.worker, house.case_id, barrier=BarrierGiven("fee", happened_on=today() + timedelta(days=1))
        )
    assert fields_of(refusal) == {"happened_on"}
    (row,) = barriers_of_case(house.worker, house.case_id)
    assert (row.kind, row.happened_on, row.agency) == ("attitude", today(), "")
    with pytest.raises(Hidden):
        note_barrier(
            house.worker, intake(house.world), barrier=BarrierGiven("fee"), referral_id=drafted(house)
        )


def test_lists_show_own_office_only_most_overdue_first(house: House) -> None:
    late, fresh = drafted(house), sent(house).referral_id
    with writing_as("referral"):
        Referral.objects.filter(pk=late).update(due_at=now() - timedelta(days=1))
    assert [row.id for row in referrals_waiting(house.worker)] == [late, fresh]
    assert [row.id for row in referrals_waiting(house.worker, which="late")] == [late]
    assert [row.id for row in referrals_waiting(house.worker, which="agency")] == [fresh]
    assert {row.id for row in referrals_of_case(house.worker, house.case_id)} == {late, fresh}
    stranger = actor_of(make_staff())
    assert referrals_waiting(stranger) == ()
    for ask in (referral_view, accept_referral, recall_referral):
        with pytest.raises(Hidden):
            ask(stranger, fresh)
