"""The same form twice has one effect; the same key with other answers has none."""

from __future__ import annotations

import uuid

import pytest

from simpul.safeguards.idempotency import KeyReused, fingerprint, once
from simpul.safeguards.models import AuditLine, LegalHold
from tests.safeguards.conftest import try_making, worker

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_second_sending_returns_the_first_answer_and_does_nothing() -> None:
    actor, subject = worker(), uuid.uuid4()
    answers = {
        once(actor, "k1", fingerprint({"a": 1}), "x", lambda: try_making(actor, subject_id=subject))
        for _ in range(3)
    }
    assert len(answers) == 1
    assert LegalHold.objects.count() == AuditLine.objects.count() == 1


def test_same_key_with_other_answers_is_refused() -> None:
    actor = worker()
    once(actor, "k1", fingerprint({"a": 1}), "x", lambda: try_making(actor, subject_id=uuid.uuid4()))
    with pytest.raises(KeyReused):
        once(actor, "k1", fingerprint({"a": 2}), "x", lambda: try_making(actor, subject_id=uuid.uuid4()))
    assert LegalHold.objects.count() == 1


def test_key_of_another_actor_is_another_key() -> None:
    for actor in (worker(), worker()):
        once(actor, "k1", "f", "x", lambda actor=actor: try_making(actor, subject_id=uuid.uuid4()))
    assert LegalHold.objects.count() == 2


def test_failed_act_frees_its_key() -> None:
    actor = worker()
    with pytest.raises(RuntimeError):
        once(actor, "k1", "f", "x", lambda: try_making(actor, subject_id=uuid.uuid4(), fail=True))
    assert once(actor, "k1", "f", "x", lambda: try_making(actor, subject_id=uuid.uuid4()))


def test_planted_once_without_memory_would_do_it_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    actor = worker()
    for _ in range(2):
        once(actor, "", "f", "x", lambda: try_making(actor, subject_id=uuid.uuid4()))
    assert LegalHold.objects.count() == 2
