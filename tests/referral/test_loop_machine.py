"""The loop under many orders of acts, consents taken back in between: what must never happen does not."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from simpul.kernel.actor import Actor, system_actor
from simpul.kernel.clock import now, today
from simpul.kernel.errors import ActError
from simpul.referral import course
from simpul.referral.commands.accept_referral import accept_referral
from simpul.referral.commands.close_referral import close_referral
from simpul.referral.commands.decline_referral import decline_referral
from simpul.referral.commands.expire_referrals import expire_referrals
from simpul.referral.commands.note_barrier import BarrierGiven
from simpul.referral.commands.recall_referral import recall_referral
from simpul.referral.commands.record_attendance import record_attendance
from simpul.referral.commands.renew_partner_door import renew_partner_door
from simpul.referral.commands.report_outcome import report_outcome
from simpul.referral.commands.schedule_referral import schedule_referral
from simpul.referral.commands.send_referral import send_referral
from simpul.referral.commands.waitlist_referral import waitlist_referral
from simpul.referral.models import Referral, ReferralStep
from simpul.referral.queries import partner_view as reading
from simpul.referral.rules.loop import TRANSITIONS, Act, State
from simpul.registry.commands.withdraw_consent import withdraw_consent
from simpul.safeguards.audit import verify
from simpul.safeguards.guarded import writing_as
from simpul.worklist.models import Task
from tests.factories.referral import House, allow, drafted, make_house, opened, referral_now

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
GROUPS = ("identity", "health", "narrative")


class LoopMachine(RuleBasedStateMachine):
    """One referral between desk and agency, while the client says yes and no."""

    house: House

    @initialize()
    def begin(self) -> None:
        self.house = make_house()
        self.id = drafted(self.house)
        self.partner: Actor | None = None
        self.standing: list[Any] = []

    @property
    def sides(self) -> list[Actor]:
        return [self.house.worker, *([self.partner] if self.partner else [])]

    def attempt(self, act: Callable[..., Any], *args: Any, **facts: Any) -> Any:
        with suppress(ActError):
            return act(*args, **facts)

    @rule(group=st.sampled_from(GROUPS), yes=st.booleans())
    def say(self, group: str, yes: bool) -> None:
        items = {"plan": True, group: yes}
        if referral_now(self.id).state != State.CLOSED:
            self.standing.append((allow(self.house, self.id, **items), group, yes))

    @rule()
    def take_all_back(self) -> None:
        client = self.house.world.client_actor
        for consent_id, _group, _yes in self.standing:
            withdraw_consent(client, self.house.world.client.id, consent_id=consent_id)
        self.standing = []

    @rule()
    def send(self) -> None:
        key = self.attempt(send_referral, self.house.worker, self.id)
        self.partner = opened(key) if key else self.partner

    @rule()
    def renew(self) -> None:
        key = self.attempt(renew_partner_door, self.house.worker, self.id)
        self.partner = opened(key) if key else self.partner

    @rule(act=st.integers(0, 8), side=st.integers(0, 1))
    def do(self, act: int, side: int) -> None:
        actor = self.sides[side % len(self.sides)]
        barrier = BarrierGiven("fee")
        later = now() + timedelta(hours=1)
        acts: list[Callable[[], Any]] = [
            lambda: accept_referral(actor, self.id),
            lambda: waitlist_referral(actor, self.id, queue_until=today() + timedelta(days=3)),
            lambda: decline_referral(actor, self.id, reason="full"),
            lambda: schedule_referral(actor, self.id, appointment_at=later),
            lambda: record_attendance(actor, self.id, attended=True),
            lambda: record_attendance(actor, self.id, attended=False, barrier=barrier),
            lambda: report_outcome(actor, self.id, outcome="served"),
            lambda: recall_referral(actor, self.id, reason="client"),
            lambda: close_referral(actor, self.id, client_view="helped"),
        ]
        before = self.yes()
        told = ReferralStep.objects.filter(by_whom="partner").count()
        self.attempt(acts[act])
        if not before:
            assert ReferralStep.objects.filter(by_whom="partner").count() == told, "acted without consent"

    @rule()
    def tend(self) -> None:
        expire_referrals(system_actor())

    def yes(self) -> set[str]:
        """What the client allows, reckoned here anew from what she said."""
        no = {group for _id, group, yes in self.standing if not yes}
        return {group for _id, group, yes in self.standing if yes} - no

    @invariant()
    def nobody_reads_without_standing_consent(self) -> None:
        if getattr(self, "partner", None) is None:
            return
        seen = self.attempt(reading.partner_view, self.partner, self.id)
        if seen is not None:
            assert set(seen.body) <= self.yes(), (set(seen.body), self.yes())
            assert not seen.asked or self.yes()

    @invariant()
    def no_open_referral_is_idle(self) -> None:
        for one in Referral.objects.all():
            if one.state != State.CLOSED:
                task = Task.objects.get(key=course.task_key(one.id))
                assert one.owner_id and one.due_at
                assert task.state == "open" and task.assignee_id == one.owner_id

    @invariant()
    def every_state_has_actor_and_moment_and_came_by_its_way(self) -> None:
        for one in Referral.objects.all():
            steps = list(ReferralStep.objects.filter(referral=one).order_by("number"))
            assert steps[-1].to_state == one.state and all(step.by_id and step.at for step in steps)
            for before, step in pairwise(steps):
                sources, targets = TRANSITIONS[Act(step.act)]
                assert step.from_state == before.to_state in sources and step.to_state in targets

    def teardown(self) -> None:
        assert verify().sound


LoopMachine.TestCase.settings = settings(
    max_examples=5,
    stateful_step_count=14,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.django_db(databases=["default", "keys"], transaction=False)
class TestLoopMachine(LoopMachine.TestCase):  # type: ignore[misc, valid-type]
    """Runs the machine within the test's transaction."""


def sent_machine() -> LoopMachine:
    machine = LoopMachine()
    machine.begin()
    machine.say(group="identity", yes=True)
    machine.send()
    machine.nobody_reads_without_standing_consent()
    return machine


def test_planted_reading_that_trusts_the_sending_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The consent is asked when it is sent and never again."""
    machine = sent_machine()
    monkeypatch.setattr(reading, "demand_readable", lambda actor, referral: None)
    monkeypatch.setattr(reading, "may_go", lambda referral: frozenset(referral.wanted))
    machine.take_all_back()
    with pytest.raises(AssertionError):
        machine.nobody_reads_without_standing_consent()


def test_planted_answer_without_consent_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = sent_machine()
    monkeypatch.setattr(
        "simpul.referral.commands.accept_referral.demand_readable", lambda actor, referral: None
    )
    machine.take_all_back()
    with pytest.raises(AssertionError):
        machine.do(act=0, side=1)


def test_planted_forgotten_task_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = sent_machine()
    machine.no_open_referral_is_idle()
    monkeypatch.setattr(course, "follow_up", lambda actor, referral: None)
    with pytest.raises((AssertionError, Task.DoesNotExist)):
        with writing_as("worklist"):
            Task.objects.filter(kind="referral_received").delete()
        machine.do(act=0, side=0)
        machine.no_open_referral_is_idle()
