"""Beranda says first what is late, then what ends tonight, each with the person whom it concerns."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone, translation

from simpul.kernel.clock import now
from simpul.kernel.text import Text
from simpul.web.desk.home.agenda import SHOWN_AT_LEAST, parts
from simpul.worklist.queries.tasks import TaskRow

CASE = uuid.uuid4()


@pytest.fixture(autouse=True)
def _english() -> Any:
    with translation.override("en"):
        yield


def tonight() -> datetime:
    return timezone.localtime(now()).replace(hour=23, minute=59, second=59)


def task(due: datetime, case_id: uuid.UUID | None = None) -> TaskRow:
    late = due < now()
    return TaskRow(uuid.uuid4(), "contact", Text("Call"), case_id, None, "", "", due, late, escalated=False)


def caseload() -> list[Any]:
    return [SimpleNamespace(id=CASE, client_name="Sulastri")]


def test_what_is_late_stands_first_and_what_follows_last() -> None:
    tasks = [
        task(tonight() - timedelta(days=3)),
        task(tonight()),
        task(tonight() + timedelta(days=1)),
        task(tonight() + timedelta(days=2)),
    ]
    found = parts(tasks, caseload(), most=8)
    assert [(part.label, part.count) for part in found] == [
        ("Overdue", 1), ("Until tonight", 1), ("In the days to come", 2),
    ]  # fmt: skip
    assert [part.tone for part in found] == ["bad", "warn", ""]


def test_client_is_named_only_where_the_reader_accompanies_her() -> None:
    (part,) = parts(
        [task(tonight(), CASE), task(tonight(), uuid.uuid4()), task(tonight())], caseload(), most=8
    )
    assert [duty.client for duty in part.duties] == ["Sulastri", "", ""]


def test_many_late_ones_do_not_hide_what_ends_tonight() -> None:
    late = [task(tonight() - timedelta(days=2)) for _ in range(30)]
    today = [task(tonight()) for _ in range(5)]
    later = [task(tonight() + timedelta(days=4))]
    found = parts([*late, *today, *later], (), most=8)
    assert [(part.count, len(part.duties)) for part in found] == [(30, 8), (5, SHOWN_AT_LEAST)]


def test_nothing_to_do_is_nothing_to_show() -> None:
    assert parts((), (), most=8) == ()
