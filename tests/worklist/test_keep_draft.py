"""Drafts: the writer finds his text again, nobody else does, the database holds no clear text."""

from __future__ import annotations

import pytest
from django.db import connection

from simpul.kernel.errors import InvalidInput
from simpul.worklist.commands.drop_draft import drop_draft
from simpul.worklist.commands.keep_draft import keep_draft
from simpul.worklist.queries.drafts import my_draft, my_drafts
from tests.safeguards.conftest import worker

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_newest_text_is_kept_once_and_found_by_its_writer_alone() -> None:
    writer, colleague = worker(), worker()
    keep_draft(writer, key="note:1", body="Ibu menangis")
    keep_draft(writer, key="note:1", body="Ibu menangis lalu bercerita")
    assert my_draft(writer, key="note:1").body == "Ibu menangis lalu bercerita"
    assert my_draft(colleague, key="note:1") is None
    assert my_drafts(colleague) == ()
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM worklist_draft")
        assert "menangis" not in cursor.fetchone()[0]


def test_sent_text_is_forgotten() -> None:
    writer = worker()
    keep_draft(writer, key="note:1", body="x")
    assert drop_draft(writer, key="note:1") is True
    assert drop_draft(writer, key="note:1") is False
    assert my_draft(writer, key="note:1") is None


@pytest.mark.parametrize(("key", "body"), [("", "x"), ("k" * 121, "x"), ("k", "x" * 200_001)])
def test_text_that_cannot_be_kept_is_refused_in_words(key: str, body: str) -> None:
    with pytest.raises(InvalidInput):
        keep_draft(worker(), key=key, body=body)
