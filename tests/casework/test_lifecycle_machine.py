"""The life of a case under thousands of orders of acts: what must never happen, never happens."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Callable
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from simpul.casework import people
from simpul.casework.commands.advance_stage import advance_stage
from simpul.casework.commands.agree_plan import agree_plan
from simpul.casework.commands.approve_plan import approve_plan
from simpul.casework.commands.close_case import close_case
from simpul.casework.commands.confirm_assessment import confirm_assessment
from simpul.casework.commands.draft_plan import draft_plan
from simpul.casework.commands.rate_risk import rate_risk
from simpul.casework.commands.record_aftercare import record_aftercare
from simpul.casework.commands.record_contact import record_contact
from simpul.casework.commands.refuse_plan import refuse_plan
from simpul.casework.commands.reopen_case import reopen_case
from simpul.casework.commands.review_case import review_case
from simpul.casework.commands.scale_goal import scale_goal
from simpul.casework.commands.skip_conference import skip_conference
from simpul.casework.facts import gather
from simpul.casework.models import (
    AftercareVisit,
    Approval,
    Assessment,
    Case,
    Closure,
    Contact,
    Goal,
    Plan,
    StageChange,
)
from simpul.casework.rules import stages
from simpul.kernel.actor import Actor
from simpul.kernel.errors import ActError
from simpul.safeguards.audit import verify
from simpul.safeguards.models import AuditLine
from tests.factories.casework import (
    CLOSING,
    World,
    assess,
    contact_given,
    intake,
    make_world,
    plan_facts,
    walk_to,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

STAGES = st.sampled_from([stage.value for stage in stages.Stage])


AHEAD = {
    "intake": "assessment",
    "assessment": "plan",
    "plan": "intervention",
    "intervention": "review",
    "review": "termination",
}


class CaseMachine(RuleBasedStateMachine):
    """Acts in any order by worker and supervisor; refusals are answers, not faults."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.writings: dict[str, int] = {}

    @initialize()
    def open(self) -> None:
        self.world = make_world()
        self.case_id = intake(self.world)
        self.actors = (self.world.worker, self.world.supervisor)

    def case(self) -> Case:
        return Case.objects.get(pk=self.case_id)

    def attempt(self, act: Callable[..., Any], actor: Actor, record_id: uuid.UUID, **facts: Any) -> bool:
        """Whether the act was done; a refusal must leave the case as it was."""
        before = Case.objects.filter(pk=self.case_id).values().get()
        try:
            act(actor, record_id, **facts)
        except ActError:
            assert Case.objects.filter(pk=self.case_id).values().get() == before
            return False
        return True

    def latest(self, **facts: Any) -> Plan | None:
        return Plan.objects.filter(case_id=self.case_id, **facts).order_by("-number").first()

    @rule(to=STAGES, why=st.sampled_from(["", "Keadaan berubah"]), who=st.integers(0, 1))
    def advance(self, to: str, why: str, who: int) -> None:
        case = self.case()
        lacking = stages.missing(case.stage, gather(case))
        done = self.attempt(advance_stage, self.actors[who], self.case_id, to=to, reason=why)
        if done and stages.may_go(case.stage, to):
            assert not lacking
        if done and stages.may_go_back(case.stage, to):
            assert why

    @precondition(lambda self: self.case().stage in AHEAD)
    @rule()
    def work_on(self) -> None:
        """Do all that the stage demands and go on, so that the deep stages are reached often."""
        with suppress(ActError):
            walk_to(self.world, self.case_id, AHEAD[self.case().stage])

    @rule()
    def skip(self) -> None:
        case = self.case()
        lacking = stages.missing(case.stage, gather(case)) if case.stage == "assessment" else ()
        if self.attempt(skip_conference, self.world.worker, self.case_id, reason="Sederhana"):
            assert not lacking

    @precondition(lambda self: self.case().is_open)
    @rule()
    def assess(self) -> None:
        assess(self.world, self.case_id)

    @rule(who=st.integers(0, 1))
    def confirm(self, who: int) -> None:
        one = Assessment.objects.filter(case_id=self.case_id, state="submitted").first()
        if one and self.attempt(confirm_assessment, self.actors[who], one.id):
            assert who == 1

    @rule(who=st.integers(0, 1))
    def draft(self, who: int) -> None:
        facts = plan_facts(change_reason="Perlu versi baru")
        self.attempt(draft_plan, self.actors[who], self.case_id, **facts)

    @rule(who=st.integers(0, 1))
    def agree(self, who: int) -> None:
        if plan := self.latest(state="draft"):
            assert self.attempt(agree_plan, self.actors[who], plan.id, how="signed")

    @rule()
    def refuse(self) -> None:
        if plan := self.latest(state="draft"):
            in_force = self.latest(state="approved")
            stage = self.case().stage
            assert self.attempt(refuse_plan, self.world.worker, plan.id, how="signed", client_words="Belum.")
            assert self.case().stage == stage
            assert self.latest(state="approved") == in_force

    @rule(who=st.integers(0, 1), yes=st.booleans())
    def approve(self, who: int, yes: bool) -> None:
        if plan := self.latest():
            own = self.actors[who].staff_id
            wrote = own in {plan.by_id, getattr(getattr(plan, "agreement", None), "by_id", None)}
            if self.attempt(approve_plan, self.actors[who], plan.id, approve=yes, words="Diperiksa"):
                assert plan.state == "agreed"
                assert not wrote

    @rule(reached=st.booleans())
    def meet(self, reached: bool) -> None:
        assert self.attempt(
            record_contact, self.world.worker, self.case_id, contact=contact_given(reached=reached)
        )

    @rule()
    def scale(self) -> None:
        for goal in Goal.objects.filter(case_id=self.case_id, plan__state="approved"):
            assert self.attempt(scale_goal, self.world.worker, goal.id, score=1, fact="Hadir")

    @rule(level=st.sampled_from(["low", "high"]))
    def rate(self, level: str) -> None:
        done = self.attempt(rate_risk, self.world.worker, self.case_id, level=level, reason="Dinilai")
        assert done == self.case().is_open

    @rule()
    def review(self) -> None:
        facts = {"progress": "Maju", "client_view": "Baik", "outcome": "end"}
        self.attempt(review_case, self.world.worker, self.case_id, **facts)

    @rule(reason=st.sampled_from(["goal_met", "moved", "lost"]))
    def close(self, reason: str) -> None:
        case = self.case()
        done = self.attempt(close_case, self.world.worker, self.case_id, **{**CLOSING, "reason": reason})
        if done and reason == "goal_met":
            assert case.stage in {"review", "termination"}

    @rule()
    def visit(self) -> None:
        for one in AftercareVisit.objects.filter(case_id=self.case_id, state="planned"):
            facts = {"situation": "same", "observation": "Baik"}
            assert self.attempt(record_aftercare, self.world.worker, one.id, **facts)

    @rule(to=st.sampled_from(["intake", "assessment", "plan", "review"]))
    def reopen(self, to: str) -> None:
        was_open = self.case().is_open
        if self.attempt(reopen_case, self.world.worker, self.case_id, reason="Datang lagi", to=to):
            assert not was_open

    @invariant()
    def steps_follow_one_another(self) -> None:
        steps = list(StageChange.objects.filter(case_id=self.case_id).order_by("at", "id"))
        assert steps[-1].to_stage == self.case().stage
        assert all(first.to_stage == second.from_stage for first, second in itertools.pairwise(steps))
        assert all(step.reason for step in steps if step.kind in {"back", "skip", "reopen"})

    @invariant()
    def versions_only_grow(self) -> None:
        numbers = (
            Plan.objects.filter(case_id=self.case_id).order_by("number").values_list("number", flat=True)
        )
        assert list(numbers) == list(range(1, len(numbers) + 1))
        for model in (Contact, Closure, Plan, StageChange):
            count = model.objects.filter(case_id=self.case_id).count()
            assert count >= self.writings.get(model.__name__, 0)
            self.writings[model.__name__] = count

    @invariant()
    def nobody_approves_his_own(self) -> None:
        for one in Approval.objects.filter(case_id=self.case_id).select_related("plan__agreement"):
            assert one.by_id not in {one.plan.by_id, one.plan.agreement.by_id}
            assert one.plan.agreement.agreed
        for seen in Assessment.objects.filter(case_id=self.case_id, state="confirmed"):
            assert seen.confirmed_by not in {seen.by_id, seen.submitted_by}

    @invariant()
    def one_plan_in_force_and_open_cases_have_worker_and_date(self) -> None:
        case = self.case()
        assert Plan.objects.filter(case=case, state="approved").count() <= 1
        assert (case.closed_at is None) == (case.stage not in {"aftercare", "closed"})
        if case.is_open:
            assert case.next_due is not None
            assert case.assignments.filter(role="primary", until=None).count() == 1

    @invariant()
    def log_is_whole(self) -> None:
        assert verify().sound
        assert AuditLine.objects.filter(record_id=str(self.case_id)).exists()


CaseMachine.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.django_db(databases=["default", "keys"], transaction=False)
class TestCaseMachine(CaseMachine.TestCase):  # type: ignore[misc, valid-type]
    """Runs the machine within the test's transaction."""


def planted(monkeypatch: pytest.MonkeyPatch, place: str, defect: Any) -> CaseMachine:
    """The machine over a house with one defect; its own rules must find it."""
    monkeypatch.setattr(place, defect)
    machine = CaseMachine()
    machine.open()
    return machine


def test_planted_silent_guard_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = planted(
        monkeypatch, "simpul.casework.commands.advance_stage.demand_nothing_missing", lambda case: None
    )
    machine.advance(to="assessment", why="", who=0)
    with pytest.raises(AssertionError):
        machine.advance(to="conference", why="", who=0)


def test_planted_step_back_without_reason_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = planted(monkeypatch, "simpul.casework.errors.Faults.need", lambda self, **fields: None)
    machine.work_on()
    machine.work_on()
    with pytest.raises(AssertionError):
        machine.advance(to="assessment", why="", who=0)


def test_planted_own_approval_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    blind = SimpleNamespace(author=lambda actor: uuid.uuid4(), primary_of=people.primary_of)
    machine = planted(monkeypatch, "simpul.casework.commands.approve_plan.people", blind)
    machine.draft(who=1)
    machine.agree(who=1)
    with pytest.raises(AssertionError):
        machine.approve(who=1, yes=True)
