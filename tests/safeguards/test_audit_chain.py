"""Six ways to tamper with the log, each caught; and the database's own refusal."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from simpul.safeguards.audit import anchor, verify
from simpul.safeguards.chain import GENESIS, digest_of
from simpul.safeguards.models import AppendOnlyViolation, AuditHead, AuditLine, AuditSubject
from simpul.safeguards.triggers import drop_triggers, missing_triggers
from tests.safeguards.conftest import try_making, worker

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def anchored(tmp_path: Path) -> Path:
    """Ten lines, the head anchored outside, and an attacker who owns the database."""
    actor = worker()
    for _ in range(10):
        try_making(actor, subject_id=uuid.uuid4())
    path = tmp_path / "heads.jsonl"
    anchor(path)
    assert verify(path).sound
    return path


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def rehash() -> None:
    """What an insider with the source code does after changing a line: compute the whole chain anew."""
    previous = GENESIS
    for line in AuditLine.objects.order_by("seq"):
        values = {
            "seq": line.seq,
            "at": line.at.isoformat(timespec="microseconds"),
            "actor_id": str(line.actor_id),
            "actor_kind": line.actor_kind,
            "act": line.act,
            "outcome": line.outcome,
            "record_kind": line.record_kind,
            "record_id": line.record_id,
            "subjects": line.subjects,
            "facts": line.facts,
        }
        digest = digest_of(values, previous)
        sql("UPDATE safeguards_auditline SET previous=%s, digest=%s WHERE seq=%s", previous, digest, line.seq)
        previous = digest
    last = AuditLine.objects.order_by("-seq").first()
    sql("UPDATE safeguards_audithead SET seq=%s, digest=%s", last.seq, previous)


def edit() -> None:
    sql("UPDATE safeguards_auditline SET act='harmless' WHERE seq=5")


def delete() -> None:
    sql("DELETE FROM safeguards_auditsubject WHERE line_id=5")
    sql("DELETE FROM safeguards_auditline WHERE seq=5")


def swap() -> None:
    four, five = AuditLine.objects.get(seq=4), AuditLine.objects.get(seq=5)
    sql("UPDATE safeguards_auditline SET actor_id=%s WHERE seq=4", _uuid(five.actor_id))
    sql("UPDATE safeguards_auditline SET record_id=%s WHERE seq=4", "other")
    sql("UPDATE safeguards_auditline SET facts=%s WHERE seq=5", '{"x": 1}')
    assert four.seq == 4


def cut_tail() -> None:
    sql("DELETE FROM safeguards_auditsubject WHERE line_id>7")
    sql("DELETE FROM safeguards_auditline WHERE seq>7")
    last = AuditLine.objects.get(seq=7)
    sql("UPDATE safeguards_audithead SET seq=7, digest=%s", last.digest)


def edit_and_rehash() -> None:
    edit()
    rehash()


def renumber() -> None:
    delete()
    for seq in range(6, 11):
        row = AuditLine.objects.get(seq=seq)
        sql("DELETE FROM safeguards_auditsubject WHERE line_id=%s", seq)
        sql("UPDATE safeguards_auditline SET seq=%s WHERE seq=%s", seq - 1, seq)
        for subject in row.subjects:
            sql(
                "INSERT INTO safeguards_auditsubject (line_id, subject_id) VALUES (%s, %s)",
                seq - 1,
                _uuid(uuid.UUID(subject)),
            )
    rehash()


def hide_subject() -> None:
    sql("DELETE FROM safeguards_auditsubject WHERE line_id=5")


def _uuid(value: uuid.UUID) -> str:
    return str(value) if connection.vendor == "postgresql" else value.hex


ATTACKS = {edit: 5, delete: 5, swap: 4, cut_tail: 8, edit_and_rehash: 10, renumber: 10, hide_subject: 5}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_attack_is_caught_and_the_first_bad_line_named(attack: object, anchored: Path) -> None:
    drop_triggers(connection)
    attack()
    verdict = verify(anchored)
    assert not verdict.sound
    assert verdict.first_bad == ATTACKS[attack]
    assert verdict.reason


@pytest.mark.parametrize("attack", [cut_tail, edit_and_rehash, renumber], ids=lambda attack: attack.__name__)
def test_without_the_anchor_these_pass_which_shows_that_the_anchor_catches_them(
    attack: object, anchored: Path, tmp_path: Path
) -> None:
    drop_triggers(connection)
    attack()
    assert verify(tmp_path / "no-anchor").sound


def test_untouched_log_raises_no_false_alarm(anchored: Path) -> None:
    try_making(worker(), subject_id=uuid.uuid4())
    verdict = verify(anchored)
    assert verdict.sound
    assert verdict.lines == AuditHead.objects.get().seq == 11


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE safeguards_auditline SET act='x'",
        "DELETE FROM safeguards_auditline",
        "UPDATE safeguards_auditsubject SET line_id=1",
        "DELETE FROM safeguards_auditsubject",
    ],
)
def test_database_refuses_to_change_the_log(statement: str, anchored: Path) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        sql(statement)
    assert verify(anchored).sound


def test_models_refuse_to_change_the_log(anchored: Path) -> None:
    line = AuditLine.objects.first()
    with pytest.raises(AppendOnlyViolation):
        line.save()
    with pytest.raises(AppendOnlyViolation):
        line.delete()


def test_dropped_trigger_is_noticed() -> None:
    assert missing_triggers(connection) == []
    sql(
        "DROP TRIGGER safeguards_auditline_"
        + ("rows ON safeguards_auditline" if connection.vendor == "postgresql" else "update")
    )
    assert len(missing_triggers(connection)) == 1


def test_subjects_are_written_beside_each_line(anchored: Path) -> None:
    assert AuditSubject.objects.count() == AuditLine.objects.count() == 10
