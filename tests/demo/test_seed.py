"""The demo regency: everything has happened through the acts, everybody is invented, everybody can log in."""

from __future__ import annotations

from datetime import timedelta
from unittest import mock

import pytest
from django.test import Client, TestCase
from django.urls import reverse

from simpul.casework.models import Case, ClientLetter, Complaint, GoalScaling, Handover, Plan
from simpul.casework.queries.caseloads import find_cases
from simpul.config.demo import logins, seed, seeding
from simpul.config.demo.filing import MARK
from simpul.config.demo.story import stories
from simpul.kernel.actor import Role
from simpul.kernel.clock import now
from simpul.reference.loader import load_all
from simpul.registry.models import IdentityNumber, Person
from simpul.safeguards.audit import verify
from simpul.safeguards.models import AuditLine, BrokenGlass, Consent
from simpul.workforce.acting import actor_for
from simpul.workforce.models import Account, Credential, RoleGrant, Staff
from simpul.worklist.models import Task

FEW = tuple((stage, 7, days) for stage, _count, days in seeding.FATES)  # 60 at once, 3 to go on with


class TestDemo(TestCase):
    databases = "__all__"

    @classmethod
    def setUpTestData(cls) -> None:
        load_all()
        with mock.patch.object(seeding, "FATES", FEW):
            cls.made = seed(whole=False)

    def actor(self, login: str):  # type: ignore[no-untyped-def]
        return actor_for(Account.objects.get(email=f"{login}@simpul.example").id)

    def test_every_stage_is_lived_in(self) -> None:
        stages = set(Case.objects.values_list("stage", flat=True))
        assert stages >= {
            "intake", "assessment", "conference", "plan", "intervention", "review", "termination",
            "aftercare", "closed",
        }  # fmt: skip
        assert Case.objects.count() == self.made["lives"] == 60

    def test_again_it_adds_only_what_is_missing(self) -> None:
        before = AuditLine.objects.count()
        assert seed(whole=False) == {}
        assert AuditLine.objects.count() == before
        with mock.patch.object(seeding, "FATES", FEW):
            assert seed() == {"more": 3}
            assert seed() == {"more": 0}
        assert verify().sound

    def test_nobody_is_unmarked(self) -> None:
        assert Person.objects.count() > 1300
        assert not Person.objects.exclude(import_batch_id=MARK).exists()
        numbers = [one.number for one in IdentityNumber.objects.exclude(status="absent")[:300]]
        assert numbers and all(len(one) == 16 and int(one[-4:]) >= 9000 for one in numbers)

    def test_the_log_is_sound_and_tells_each_story(self) -> None:
        assert verify().sound
        begun = AuditLine.objects.filter(act="casework.take_intake", outcome="done")
        assert set(begun.values_list("record_id", flat=True)) == {str(one.id) for one in Case.objects.all()}
        assert not AuditLine.objects.exclude(outcome__in=["done", "read"]).exists()
        assert AuditLine.objects.latest("at").at <= now()
        for case in Case.objects.all():
            assert AuditLine.objects.filter(act="casework.take_intake", record_id=case.id, at=case.opened_at)

    def test_life_goes_other_ways_too(self) -> None:
        assert Plan.objects.filter(state="refused").exists()
        assert GoalScaling.objects.filter(score__lt=0).exists()
        assert GoalScaling.objects.filter(score__gt=0).exists()
        assert BrokenGlass.objects.filter(reviewed_at=None).count() == 1
        assert BrokenGlass.objects.exclude(reviewed_at=None).count() == 1
        assert Consent.objects.exclude(withdrawn_at=None).exists()
        assert ClientLetter.objects.filter(read_at=None).exists()
        assert Complaint.objects.filter(answered_at=None).exists()
        assert Complaint.objects.exclude(answered_at=None).exists()
        assert Handover.objects.filter(state="offered").exists()
        assert Task.objects.filter(state="open", due_at__lt=now()).exists()
        assert Task.objects.filter(state="open", due_at__gte=now()).exists()
        soon = (now().date(), now().date() + timedelta(days=60))
        assert Credential.objects.filter(expires_on__range=soon).exists()

    def test_sealed_clients_stay_hidden(self) -> None:
        sealed = set(Case.objects.filter(client__sealed=True).values_list("id", flat=True))
        assert sealed
        for login, sees in (("peksos", False), ("supervisor", False), ("pelindung", True)):
            rows = find_cases(self.actor(login), open_only=False, size=100)
            assert bool({row.id for row in rows} & sealed) is sees, login

    def test_every_role_logs_in(self) -> None:
        staff = {Role.CLIENT.value} | set(RoleGrant.objects.values_list("role", flat=True))
        assert staff == {role.value for role in Role} - {"partner", "public", "system"}
        for login in logins():
            browser = Client()
            client = login.email.startswith("DEMOK")
            sent = {"name" if client else "login": login.email, "password": login.password}
            door = reverse("portal_login" if client else "account_login")
            answer = browser.post(door, sent, follow=True)
            assert answer.status_code == 200, login.role
            assert browser.session.get("_auth_user_id"), login.role
            assert answer.request["PATH_INFO"].startswith("/portal/") is client

    def test_ten_workers_carry_cases(self) -> None:
        carriers = RoleGrant.objects.filter(role__in=["social_worker", "protection_worker"])
        assert Staff.objects.filter(grants__in=carriers).count() >= 10


def test_at_least_25_stories_whole_enough_to_be_lived() -> None:
    assert len(stories()) >= 25
    parts = {"words", "who", "workers", "setting", "channel", "source", "risk"}
    for story in stories():
        assert parts <= set(story.facts), story.code


@pytest.mark.django_db
def test_never_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMPUL_MODE", "production")
    with pytest.raises(RuntimeError, match="never in production"):
        seed()
    assert not Person.objects.exists()
