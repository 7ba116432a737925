"""Notices: each recipient once, an inbox is its owner's alone, mail says nothing to a stranger."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest

from simpul.jobs.models import Job
from simpul.kernel.actor import Actor, Role
from simpul.kernel.errors import Hidden
from simpul.kernel.text import Text
from simpul.notices.commands.notify import notify
from simpul.notices.commands.read_notice import read_notice
from simpul.notices.queries.inbox import inbox, unread_count
from simpul.safeguards import gate
from simpul.safeguards.permissions import matrix
from tests.safeguards.conftest import worker

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@gate.command()
def try_notifying(actor: Actor, *, to: list[uuid.UUID], mail: bool = False) -> int:
    return notify(
        actor, to=to, kind="test", title=Text("Look at %(ref)s", {"ref": "KS-1"}), url="/x/", mail=mail
    )


@pytest.fixture(autouse=True)
def _permitted() -> object:
    matrix()["notices.try_notifying"] = {Role.SOCIAL_WORKER: "x"}
    yield
    matrix().pop("notices.try_notifying")


def staff() -> Actor:
    return replace(worker(), staff_id=uuid.uuid4())


def test_each_recipient_is_told_once_and_reads_it_himself() -> None:
    one, two = staff(), staff()
    assert try_notifying(one, to=[one.staff_id, two.staff_id, two.staff_id]) == 2
    assert [str(row.title) for row in inbox(two)] == ["Look at KS-1"]
    assert unread_count(two) == 1
    with pytest.raises(Hidden):
        read_notice(one, inbox(two)[0].id)
    assert read_notice(two, inbox(two)[0].id) == "/x/"
    assert unread_count(two) == 0
    assert unread_count(one) == 1


def test_actor_without_staff_record_has_an_empty_inbox() -> None:
    one = staff()
    try_notifying(one, to=[one.staff_id])
    assert inbox(worker()) == ()


def test_mail_is_ordered_with_the_notice_and_carries_identifiers_only() -> None:
    one = staff()
    try_notifying(one, to=[one.staff_id], mail=True)
    assert set(Job.objects.get().payload) == {"notice_id"}
