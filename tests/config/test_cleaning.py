"""What erasures leave outside the tables is cleaned, and tried again until it succeeded."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest

from simpul.config import cleaning
from simpul.jobs.handlers import RECURRING
from simpul.safeguards import keys, traces
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import Erasure, PersonKey

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def waiting(settings: Any, tmp_path: Path) -> uuid.UUID:
    """Somebody whose erasure was committed when the machine died, before the key was destroyed."""
    settings.BACKUP_DIR = str(tmp_path)
    subject = uuid.uuid4()
    keys.seal("a life", subject, "test")
    with writing_as("safeguards"):
        Erasure.objects.create(subject_id=subject)
    return subject


def cleaned(subject: uuid.UUID) -> bool:
    return Erasure.objects.get(subject_id=subject).cleaned_at is not None


def test_the_worker_knows_the_duty() -> None:
    assert "config.clean_up_after_erasures" in RECURRING


def test_a_key_that_outlived_a_crash_is_destroyed(waiting: uuid.UUID) -> None:
    assert cleaning.clean_up()
    assert PersonKey.objects.get(pk=waiting).destroyed_at
    assert cleaned(waiting)
    assert cleaning.clean_up(), "nothing waits any more"


def test_while_others_read_the_log_it_waits(waiting: uuid.UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "empty_log", lambda alias, **options: alias == "keys")
    assert not cleaning.clean_up()
    assert not cleaned(waiting)
    monkeypatch.undo()
    assert cleaning.clean_up()
    assert cleaned(waiting)


def test_a_mirror_that_cannot_be_replaced_keeps_it_waiting(
    waiting: uuid.UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "person-keys.simpul-mirror").write_bytes(b"old")
    monkeypatch.setattr("simpul.config.backup.secret.backup_key_known", lambda: False)
    assert not cleaning.clean_up()
    assert not cleaned(waiting)
