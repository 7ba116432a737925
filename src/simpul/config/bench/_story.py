"""A case with everything that its page can show, every text sealed with its client's own key."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import models

from simpul.casework.choices import Domain
from simpul.casework.models import (
    Agreement,
    Approval,
    Assessment,
    Case,
    Contact,
    Goal,
    GoalScaling,
    Need,
    Plan,
    PlannedAction,
    RiskRating,
    SafetyScreen,
    StageChange,
)
from simpul.config.bench._tables import Tables
from simpul.kernel.clock import now, today
from simpul.kernel.refs import new_id
from simpul.registry.models import Address, ContactPoint
from simpul.safeguards import keys
from simpul.safeguards.fields import EncryptedJSONField, EncryptedTextField
from simpul.safeguards.models import Consent, ConsentItem

WORDS = "Saya ingin anak-anak kembali sekolah dan utang di warung lunas sebelum panen berikutnya. " * 3
SEEN = "Rumah bersih, dua anak di rumah pada jam sekolah, persediaan beras untuk tiga hari. " * 3
CONTACTS = 25
VISIT = {"channel": "home_visit", "role": "enabler", "setting": "family_child", "level": "micro"}


@dataclass(frozen=True)
class Worker:
    """Somebody with a caseload."""

    staff_id: uuid.UUID
    account_id: uuid.UUID
    office_id: uuid.UUID
    unit_id: uuid.UUID


def consent_to(tables: Tables, worker: Worker, client_id: uuid.UUID, at: datetime) -> None:
    """The client allows casework."""
    consent_id = tables[Consent].add(
        subject_id=client_id, purpose="casework", given_how="signed", stands_from=at,
        recorded_by=worker.account_id,
    )  # fmt: skip
    for group in ("identity", "narrative", "plan"):
        tables[ConsentItem].add(consent_id=consent_id, field_group=group, allowed=True)


def words_of(case_id: uuid.UUID, client_id: uuid.UUID) -> str:
    """What the client said first, sealed with her key."""
    return keys.seal(WORDS, client_id, f"{Case._meta.label_lower}.presenting_words:{case_id}")


class _Story:
    """Adds records of one case, sealing what is encrypted."""

    def __init__(self, tables: Tables, worker: Worker, case_id: uuid.UUID, client_id: uuid.UUID) -> None:
        self.tables, self.client_id = tables, client_id
        self.of_case = {"case_id": case_id, "by_id": worker.account_id}

    def add(self, model: type[models.Model], **facts: Any) -> uuid.UUID:
        """A record about the client."""
        record_id = new_id()
        for name, value in facts.items():
            column = model._meta.get_field(name)
            if isinstance(column, EncryptedTextField):
                text = json.dumps(value) if isinstance(column, EncryptedJSONField) else value
                place = f"{model._meta.label_lower}.{name}:{record_id}"
                facts[name] = keys.seal(text, self.client_id, place)
        return self.tables[model].add(id=record_id, **facts)

    def in_case(self, model: type[models.Model], days_ago: float, **facts: Any) -> uuid.UUID:
        """A record of the case, so many days ago."""
        return self.add(model, **self.of_case, at=now() - timedelta(days=days_ago), **facts)


def tell_story(tables: Tables, worker: Worker, case_id: uuid.UUID, client_id: uuid.UUID) -> None:
    """Screen, risk, two assessments, a plan with two goals and their scores, twenty-five contacts."""
    story = _Story(tables, worker, case_id, client_id)
    story.in_case(SafetyScreen, 60, answers={"danger_now": "no"}, suggested="low")
    story.in_case(
        RiskRating, 60, level="low", suggested="low", factors=["debt"], due_at=now() + timedelta(days=9)
    )
    for ago, stage in ((60, "intake"), (55, "assessment"), (40, "plan"), (35, "intervention")):
        story.in_case(StageChange, ago, from_stage="access", to_stage=stage, kind="forward")
    for ago in (50, 20):
        story.in_case(
            Assessment, ago, kind="holistic", client_words=WORDS, observation=SEEN, strengths=WORDS,
            domains={code: {"text": SEEN} for code in Domain.values}, covered=list(Domain.values),
            state="submitted", submitted_at=now() - timedelta(days=ago - 1), submitted_by=worker.account_id,
        )  # fmt: skip
    _plan(story)
    for number in range(CONTACTS):
        ago = 34 - number
        story.in_case(
            Contact, ago, number=1000 + number, happened_at=now() - timedelta(days=ago), client_words=WORDS,
            observation=SEEN, interpretation=SEEN, next_step="Bertemu lagi pekan depan.", **VISIT,
        )  # fmt: skip
    recorder = worker.account_id
    story.add(
        ContactPoint, person_id=client_id, kind="mobile", value="081200000000", safe_to_call="safe",
        safe_to_text="safe", preferred=True, recorded_by=recorder,
    )  # fmt: skip
    story.add(
        Address, person_id=client_id, kind="domicile", street="Jalan Melati 3", region_code="",
        recorded_by=recorder,
    )  # fmt: skip


def _plan(story: _Story) -> None:
    day = today()
    plan_id = story.in_case(
        Plan, 36, number=1, state="approved", review_on=day + timedelta(days=30),
        in_force_since=now() - timedelta(days=35),
    )  # fmt: skip
    story.in_case(Agreement, 36, plan_id=plan_id, agreed=True, how="signed", client_words=WORDS)
    approval = {**story.of_case, "by_id": new_id()}
    story.add(Approval, **approval, plan_id=plan_id, drafted_by=story.of_case["by_id"])
    for position in range(2):
        need_id = story.in_case(Need, 36, plan_id=plan_id, position=position, words=WORDS)
        line_id = new_id()
        goal_id = story.in_case(
            Goal, 36, plan_id=plan_id, need_id=need_id, line_id=line_id, position=position, complete=True,
            client_words=WORDS, measure="Hari hadir sebulan", baseline="0", target="20",
            target_on=day + timedelta(days=60), steps={"-1": "5", "0": "20"},
        )  # fmt: skip
        for whose in ("client", "worker"):
            story.in_case(
                PlannedAction, 36, plan_id=plan_id, goal_id=goal_id, whose=whose, what=WORDS,
                due_on=day + timedelta(days=7),
            )  # fmt: skip
        for ago in (20, 10):
            story.in_case(
                GoalScaling, ago, goal_id=goal_id, line_id=line_id, on=day - timedelta(days=ago), score=0,
                client_score=1, fact=SEEN,
            )  # fmt: skip
