"""Tasks, inbox and drafts as a member of staff uses them."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from simpul.kernel.clock import now
from simpul.safeguards.guarded import writing_as
from simpul.worklist.models import Draft, Task
from tests.factories.workforce import login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def make_task(**facts: object) -> Task:
    with writing_as("worklist"):
        return Task.objects.create(
            key=str(uuid.uuid4()),
            kind="x",
            title="Contact %(ref)s",
            title_facts={"ref": "KS-1"},
            made_by=uuid.uuid4(),
            **{"due_at": now() + timedelta(hours=3), **facts},
        )


def test_tasks_are_listed_and_ticked_off(client: Client) -> None:
    worker = make_staff()
    login(client, worker)
    task = make_task(assignee_id=worker.id)
    page = client.get("/tugas/").content.decode()
    assert "KS-1" in page
    answer = client.post(f"/tugas/{task.id}/selesai/", {"next": "/tugas/"})
    assert answer.status_code == 302
    assert "KS-1" not in client.get("/tugas/").content.decode()


def test_foreign_task_is_not_found_and_stays_open(client: Client) -> None:
    login(client, make_staff())
    task = make_task(assignee_id=uuid.uuid4())
    assert client.post(f"/tugas/{task.id}/selesai/").status_code == 404
    assert Task.objects.get().state == "open"


@pytest.mark.parametrize("next_url", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_ticking_off_never_leads_out_of_the_house(client: Client, next_url: str) -> None:
    worker = make_staff()
    login(client, worker)
    answer = client.post(f"/tugas/{make_task(assignee_id=worker.id).id}/selesai/", {"next": next_url})
    assert answer.headers["Location"] == "/tugas/"


def test_stranger_is_sent_to_the_login_and_learns_nothing(client: Client) -> None:
    task = make_task()
    for answer in (client.get("/tugas/"), client.post(f"/tugas/{task.id}/selesai/")):
        assert answer.status_code == 302
        assert "/akun/" in answer.headers["Location"]


def test_typed_text_is_kept_shown_to_its_writer_and_discarded(client: Client) -> None:
    login(client, make_staff())
    kept = client.post("/draf/simpan/", {"draft_key": "/kasus/1/catat/", "words": "panjang", "version": "3"})
    assert kept.status_code == 200
    assert Draft.objects.get().body == "words=panjang"
    assert "/kasus/1/catat/" in client.get("/draf/").content.decode()
    client.post("/draf/buang/", {"draft_key": "/kasus/1/catat/"})
    assert not Draft.objects.exists()


def test_too_long_text_is_answered_in_words(client: Client) -> None:
    login(client, make_staff())
    answer = client.post("/draf/simpan/", {"draft_key": "k", "words": "x" * 250_000})
    assert answer.status_code == 422
    assert "error" in answer.json()


@pytest.mark.parametrize("page", ["/tugas/", "/kotak-masuk/", "/draf/"])
def test_empty_pages_say_what_to_do_in_both_languages(client: Client, page: str) -> None:
    login(client, make_staff())
    for language in ("id", "en"):
        client.cookies["simpul_language"] = language
        answer = client.get(page)
        assert answer.status_code == 200
        assert 'class="empty"' in answer.content.decode()
        assert f'lang="{language}"' in answer.content.decode()


def test_task_is_passed_to_a_colleague_of_the_office_and_to_nobody_else(client: Client) -> None:
    worker = make_staff()
    colleague, stranger = make_staff(office=worker.office), make_staff()
    login(client, worker)
    task = make_task(assignee_id=worker.id)
    page = client.get(f"/tugas/{task.id}/alihkan/").content.decode()
    assert str(colleague.id) in page
    assert str(stranger.id) not in page
    refused = client.post(
        f"/tugas/{task.id}/alihkan/", {"assignee": str(stranger.id), "idempotency_key": "a"}
    )
    assert refused.status_code == 422
    done = client.post(f"/tugas/{task.id}/alihkan/", {"assignee": str(colleague.id), "idempotency_key": "b"})
    assert done.status_code == 302
    assert Task.objects.get().assignee_id == colleague.id
