"""One office with a team and a client, and a look at what the log says."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest

from simpul.casework.models import Case
from simpul.kernel.errors import InvalidInput
from simpul.safeguards.models import AuditLine, AuditSubject
from simpul.worklist.models import Task
from tests.factories.casework import World, make_world


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def audited() -> Callable[[str], AuditLine]:
    """The last line of the log about an act of casework."""

    def last(act: str) -> AuditLine:
        return AuditLine.objects.filter(act=f"casework.{act}").latest("seq")

    return last


def about(line: AuditLine, person_id: uuid.UUID) -> bool:
    """Whether a line of the log says that this person was concerned."""
    return AuditSubject.objects.filter(line_id=line.seq, subject_id=person_id).exists()


def fields_of(refusal: pytest.ExceptionInfo[InvalidInput]) -> set[str]:
    """The form fields that an act complained about."""
    return {fault.field for fault in refusal.value.faults}


def open_tasks(case_id: uuid.UUID) -> dict[str, Task]:
    """The open tasks of a case by kind."""
    return {task.kind: task for task in Task.objects.filter(case_id=case_id, state="open")}


def case_now(case_id: uuid.UUID) -> Case:
    return Case.objects.get(pk=case_id)
