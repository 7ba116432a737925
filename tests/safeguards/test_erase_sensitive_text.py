"""Erasure by whoever runs the installation."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest

from simpul.kernel.actor import Grant, Role, Scope, system_actor
from simpul.kernel.errors import InvalidInput, Refused
from simpul.safeguards import keys
from simpul.safeguards.commands.erase_sensitive_text import erase_sensitive_text
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import AuditLine, LegalHold

pytestmark = pytest.mark.django_db(transaction=True)
GROUND = "request of 2026-11-02"


@pytest.fixture
def subject() -> uuid.UUID:
    return uuid.uuid4()


def test_the_text_is_unreadable_and_the_log_keeps_the_ground(subject: uuid.UUID) -> None:
    token = keys.seal("a life", subject, "test")
    erase_sensitive_text(system_actor(), subject_id=subject, ground=GROUND)
    with pytest.raises(keys.KeyDestroyed):
        keys.unseal(token, "test")
    line = AuditLine.objects.get(act="safeguards.erase_sensitive_text")
    assert line.facts["ground"] == GROUND
    assert line.subjects == [str(subject)]


def test_a_legal_hold_refuses(subject: uuid.UUID) -> None:
    token = keys.seal("a life", subject, "test")
    with writing_as("safeguards"):
        LegalHold.objects.create(subject_id=subject, ground="court", set_by=uuid.uuid4())
    with pytest.raises(Refused):
        erase_sensitive_text(system_actor(), subject_id=subject, ground=GROUND)
    keys.forget()
    assert keys.unseal(token, "test") == "a life"


@pytest.mark.parametrize("ground", ["", "   "])
def test_a_ground_is_demanded(subject: uuid.UUID, ground: str) -> None:
    keys.seal("a life", subject, "test")
    with pytest.raises(InvalidInput):
        erase_sensitive_text(system_actor(), subject_id=subject, ground=ground)


def test_an_unknown_person_is_named_as_such(subject: uuid.UUID) -> None:
    with pytest.raises(InvalidInput):
        erase_sensitive_text(system_actor(), subject_id=subject, ground=GROUND)


def test_nobody_at_a_desk_may(subject: uuid.UUID) -> None:
    admin = replace(system_actor(), grants=(Grant(Role.ADMIN, Scope.ALL),))
    keys.seal("a life", subject, "test")
    with pytest.raises(Refused):
        erase_sensitive_text(admin, subject_id=subject, ground=GROUND)
