"""The gate: permission, reach, consent, guarded writing, the log, refusals that survive the rollback."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import pytest

from simpul.kernel.actor import Role, Scope
from simpul.kernel.clock import now, today
from simpul.kernel.errors import ConsentMissing, Hidden, Refused
from simpul.safeguards import gate
from simpul.safeguards.commands.open_glass import open_glass
from simpul.safeguards.guarded import UnguardedWrite, writing_as
from simpul.safeguards.models import AuditLine, AuditSubject, LegalHold
from simpul.safeguards.unit import reading_unit
from tests.safeguards.conftest import (
    try_changing,
    try_consenting,
    try_listing,
    try_making,
    try_reading,
    try_with_consent,
    worker,
)

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

ITEMS = {"identity": True, "health": False}


def lines() -> list[tuple[str, str]]:
    return list(AuditLine.objects.order_by("seq").values_list("act", "outcome"))


def test_command_writes_record_and_line_with_its_subject() -> None:
    actor, subject = worker(), uuid.uuid4()
    hold_id = try_making(actor, subject_id=subject)
    try_changing(actor, hold_id, ground="new")
    assert LegalHold.objects.get(pk=hold_id).ground == "new"
    assert lines() == [("safeguards.try_making", "done"), ("safeguards.try_changing", "done")]
    assert AuditSubject.objects.filter(subject_id=subject, line_id=2).exists()
    assert AuditLine.objects.get(seq=2).record_id == str(hold_id)


def test_command_failing_after_its_write_leaves_neither_record_nor_line() -> None:
    with pytest.raises(RuntimeError):
        try_making(worker(), subject_id=uuid.uuid4(), fail=True)
    assert LegalHold.objects.count() == 0
    assert lines() == []


def test_role_without_the_act_is_refused_and_the_refusal_is_logged() -> None:
    with pytest.raises(Refused):
        try_making(worker(role=Role.AUDITOR), subject_id=uuid.uuid4())
    assert lines() == [("safeguards.try_making", "refused")]


def test_expired_grant_carries_nothing() -> None:
    yesterday: date = today() - timedelta(days=1)
    with pytest.raises(Refused):
        try_making(worker(expires=yesterday), subject_id=uuid.uuid4())
    assert try_making(worker(expires=today()), subject_id=uuid.uuid4())


def test_foreign_record_is_hidden_exactly_like_an_absent_one() -> None:
    hold_id = try_making(worker(), subject_id=uuid.uuid4())
    stranger = worker()
    for missing in (hold_id, uuid.uuid4(), "not-an-id"):
        with pytest.raises(Hidden):
            try_reading(stranger, missing)
        with pytest.raises(Hidden):
            try_changing(stranger, missing, ground="mine")
    assert try_listing(stranger) == ()
    assert [outcome for _act, outcome in lines()].count("hidden") == 6


def test_planted_reach_that_forgets_the_owner_shows_the_foreign_record(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The planted defect: if reach answered "everything", the test above would see the record."""
    hold_id = try_making(worker(), subject_id=uuid.uuid4())
    monkeypatch.setattr("tests.safeguards.conftest.reach", lambda *_args, **_facts: gate.reaching.EVERYTHING)
    assert try_reading(worker(), hold_id).id == hold_id


def test_reading_a_record_and_a_list_names_the_persons_read_about() -> None:
    actor = worker()
    subjects = {uuid.uuid4(), uuid.uuid4()}
    ids = [try_making(actor, subject_id=subject) for subject in subjects]
    try_reading(actor, ids[0])
    try_listing(actor)
    assert lines()[-2:] == [("safeguards.try_reading", "read"), ("safeguards.try_listing", "read")]
    assert set(AuditSubject.objects.filter(line_id=4).values_list("subject_id", flat=True)) == subjects


def test_one_page_of_readings_is_written_once_and_even_when_the_page_fails() -> None:
    actor = worker()
    hold_id = try_making(actor, subject_id=uuid.uuid4())
    with pytest.raises(ZeroDivisionError), reading_unit():
        try_reading(actor, hold_id)
        try_reading(actor, hold_id)
        assert len(lines()) == 1
        raise ZeroDivisionError
    assert len(lines()) == 3


def test_act_that_needs_consent_is_refused_until_it_stands_and_again_after_withdrawal() -> None:
    actor, subject = worker(), uuid.uuid4()
    hold_id = try_making(actor, subject_id=subject)
    with pytest.raises(ConsentMissing):
        try_with_consent(actor, hold_id)
    try_consenting(actor, subject_id=subject, purpose="casework", given_how="signed", items=ITEMS)
    try_with_consent(actor, hold_id)
    with writing_as("safeguards"):
        from simpul.safeguards.models import Consent

        Consent.objects.update(withdrawn_at=now(), withdrawn_by=actor.id)
    with pytest.raises(ConsentMissing):
        try_with_consent(actor, hold_id)


def test_planted_gate_without_consent_check_lets_the_act_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    actor = worker()
    hold_id = try_making(actor, subject_id=uuid.uuid4())
    monkeypatch.setattr(gate, "_demand_consent", lambda _act, _record: None)
    try_with_consent(actor, hold_id)
    assert LegalHold.objects.get().ground == "with consent"


@pytest.mark.parametrize(
    "write",
    [
        lambda: LegalHold(subject_id=uuid.uuid4(), ground="x", set_by=uuid.uuid4()).save(),
        lambda: LegalHold.objects.create(subject_id=uuid.uuid4(), ground="x", set_by=uuid.uuid4()),
        lambda: LegalHold.objects.update(ground="x"),
        lambda: LegalHold.objects.all().delete(),
        lambda: LegalHold.objects.bulk_create([]),
        lambda: LegalHold.objects.bulk_update([], ["ground"]),
        lambda: LegalHold.objects.get_or_create(subject_id=uuid.uuid4()),
        lambda: LegalHold.objects.update_or_create(subject_id=uuid.uuid4()),
        lambda: LegalHold().delete(),
    ],
)
def test_no_writing_path_passes_outside_an_act(write: object) -> None:
    with pytest.raises(UnguardedWrite):
        write()
    with writing_as("registry"), pytest.raises(UnguardedWrite):
        write()


def test_step_outside_a_command_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="runs inside a command"):
        open_glass(worker(), subject_id=uuid.uuid4(), reason="x" * 30)


def test_refusal_inside_a_larger_act_is_logged_although_all_is_rolled_back() -> None:
    @gate.command()
    def try_outer(actor: object, *, hold_id: uuid.UUID) -> None:
        try_making(actor, subject_id=uuid.uuid4())
        try_changing(actor, hold_id, ground="foreign")

    from simpul.safeguards.permissions import matrix

    matrix()["safeguards.try_outer"] = {Role.SOCIAL_WORKER: "x"}
    foreign = try_making(worker(), subject_id=uuid.uuid4())
    with pytest.raises(Hidden):
        try_outer(worker(), hold_id=foreign)
    assert LegalHold.objects.count() == 1
    assert lines()[1:] == [("safeguards.try_changing", "hidden"), ("safeguards.try_outer", "hidden")]


@pytest.mark.parametrize("scope", list(Scope))
def test_grant_without_its_place_reaches_nothing_but_everything_for_all(scope: Scope) -> None:
    hold_id = try_making(worker(), subject_id=uuid.uuid4())
    actor = worker(scope=scope)
    if scope is Scope.ALL:
        assert try_reading(actor, hold_id)
    else:
        with pytest.raises(Hidden):
            try_reading(actor, hold_id)
