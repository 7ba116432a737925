"""Cases for tests, made by the acts themselves, so that every test case is one that could exist.

world = make_world()                      # office, unit, worker, supervisor, head, client with consent
case_id = intake(world)                   # at stage "intake", assigned to the worker
walk_to(world, case_id, "intervention")   # through every guard
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from simpul.casework.choices import Domain
from simpul.casework.commands.advance_stage import advance_stage
from simpul.casework.commands.agree_plan import agree_plan
from simpul.casework.commands.approve_plan import approve_plan
from simpul.casework.commands.draft_plan import ActionGiven, GoalGiven, NeedGiven, draft_plan
from simpul.casework.commands.rate_risk import rate_risk
from simpul.casework.commands.record_case_consent import ConsentGiven
from simpul.casework.commands.record_contact import ContactGiven, record_contact
from simpul.casework.commands.review_case import review_case
from simpul.casework.commands.save_assessment_draft import save_assessment_draft
from simpul.casework.commands.scale_goal import scale_goal
from simpul.casework.commands.skip_conference import skip_conference
from simpul.casework.commands.start_assessment import start_assessment
from simpul.casework.commands.submit_assessment import submit_assessment
from simpul.casework.commands.take_intake import take_intake
from simpul.casework.models import Case, Goal
from simpul.casework.rules.risk import SCREEN
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now, today
from simpul.registry.models import Person
from simpul.workforce.models import Account, Office, Staff, Unit
from tests.factories.registry import make_person
from tests.factories.workforce import actor_of, make_account, make_office, make_staff

CALM = dict.fromkeys(SCREEN, "no")
CONSENT = ConsentGiven(given_how="signed", items={"identity": True, "narrative": True, "plan": True})


@dataclass(frozen=True)
class World:
    """One office with a team and one client."""

    office: Office
    unit: Unit
    worker_staff: Staff
    supervisor_staff: Staff
    worker: Actor
    supervisor: Actor
    head: Actor
    client: Person
    client_account: Account

    @property
    def client_actor(self) -> Actor:
        return actor_of(self.client_account)


def make_world(**facts: Any) -> World:
    office = make_office()
    unit = office.units.get()
    worker = make_staff(office=office, unit=unit)
    supervisor = make_staff(office=office, unit=unit, role="supervisor", scope="unit")
    head = make_staff(office=office, unit=unit, role="head_of_office", scope="office")
    client = make_person(office_id=office.id, unit_id=unit.id, **facts)
    return World(
        office, unit, worker, supervisor, actor_of(worker), actor_of(supervisor), actor_of(head), client,
        make_account(person_id=client.id),
    )  # fmt: skip


def intake(world: World, **facts: Any) -> uuid.UUID:
    """A first contact, recorded; with ``client_id=None`` somebody unknown."""
    facts.setdefault("client_id", world.client.id)
    known = facts["client_id"] is not None
    facts.setdefault("unknown_because", "" if known else "cannot_tell")
    facts.setdefault("consent", CONSENT if known else None)
    facts.setdefault("worker_id", world.worker_staff.id)
    facts = {
        "office_id": world.office.id, "unit_id": world.unit.id, "region_code": world.office.region_code,
        "channel": "walk_in", "source": "client", "setting": "family_child",
        "presenting_words": "Suami saya tidak pulang dan anak belum makan.", "screen": CALM, **facts,
    }  # fmt: skip
    return take_intake(facts.pop("actor", world.worker), **facts)


def contact_given(**facts: Any) -> ContactGiven:
    facts = {
        "channel": "home_visit", "role": "enabler", "setting": "family_child", "level": "micro",
        "happened_at": now() - timedelta(minutes=5), "client_words": "Saya mulai lega.",
        "observation": "Rumah rapi, anak bermain.", **facts,
    }  # fmt: skip
    return ContactGiven(**facts)


def assess(world: World, case_id: uuid.UUID) -> uuid.UUID:
    """A whole assessment, submitted by the worker."""
    assessment_id = start_assessment(world.worker, case_id, kind="holistic")
    domains = {code: {"text": f"Catatan tentang {code}"} for code in Domain.values if code != "spiritual"}
    domains["spiritual"] = {"not_assessed": "Klien belum ingin membicarakannya."}
    version = save_assessment_draft(
        world.worker, assessment_id, version=1, domains=domains, client_words="Saya ingin anak sekolah lagi.",
        observation="Tenang, menjawab lengkap.", strengths="Punya keterampilan menjahit.",
    )  # fmt: skip
    submit_assessment(world.worker, assessment_id, version=version)
    return assessment_id


GOAL = GoalGiven(
    client_words="Anak saya sekolah lagi.", need=0, measure="Hari hadir sebulan", baseline="0 hari",
    target="20 hari", target_on=today() + timedelta(days=60), steps={"-1": "5", "0": "20", "1": "22"},
)  # fmt: skip


def plan_facts(**facts: Any) -> dict[str, Any]:
    return {
        "needs": [NeedGiven("Biaya sekolah")],
        "goals": [GOAL],
        "actions": [ActionGiven("client", "Mengantar anak", today() + timedelta(days=7), goal=0)],
        "review_on": today() + timedelta(days=30),
        **facts,
    }


def plan_agreed(world: World, case_id: uuid.UUID, **facts: Any) -> uuid.UUID:
    plan_id = draft_plan(world.worker, case_id, **plan_facts(**facts))
    agree_plan(world.worker, plan_id, how="signed", client_words="Ya, saya setuju.")
    return plan_id


def plan_in_force(world: World, case_id: uuid.UUID, **facts: Any) -> uuid.UUID:
    plan_id = plan_agreed(world, case_id, **facts)
    approve_plan(world.supervisor, plan_id)
    return plan_id


def _make_ready(world: World, case_id: uuid.UUID, stage: str) -> None:
    """Do what the stage demands before it is left."""
    if stage == "assessment":
        assess(world, case_id)
    elif stage == "plan":
        plan_in_force(world, case_id)
    elif stage == "intervention":
        record_contact(world.worker, case_id, contact=contact_given())
    elif stage == "review":
        for goal in Goal.objects.filter(case_id=case_id, plan__state="approved"):
            scale_goal(world.worker, goal.id, score=0, client_score=1, fact="Hadir 20 hari.")
        rate_risk(world.worker, case_id, level="low")
        review_case(
            world.worker, case_id, progress="Anak sekolah.", client_view="Saya senang.", outcome="end"
        )  # fmt: skip


def walk_to(world: World, case_id: uuid.UUID, stage: str) -> Case:
    """Walk a case forward through every guard, skipping the conference."""
    forward = {
        "intake": "assessment",
        "plan": "intervention",
        "intervention": "review",
        "review": "termination",
    }
    while (case := Case.objects.get(pk=case_id)).stage != stage:
        _make_ready(world, case_id, case.stage)
        if case.stage == "assessment":
            skip_conference(world.worker, case_id, reason="Cukup dibahas dengan supervisor.")
        else:
            advance_stage(world.worker, case_id, to=forward[case.stage])
    return case


CLOSING = {
    "reason": "goal_met", "view": "agrees", "summary": "Tujuan tercapai.",
    "way_back": "Datang ke kantor kapan saja.", "complaint_path": "Ke kepala dinas atau portal.",
    "client_words": "Terima kasih.",
}  # fmt: skip
