"""No main page asks the databases more than 25 times, the log's own lines included."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from simpul.casework.commands.record_contact import record_contact
from simpul.safeguards import keys
from tests.factories.casework import World, contact_given, intake, make_world, walk_to
from tests.factories.workforce import login

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
MOST = 25
_FRAME = re.compile(r"(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b", re.I)


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every statement to every database but those that only frame a transaction."""
    found: list[str] = []
    with ExitStack() as stack:
        seen = [stack.enter_context(CaptureQueriesContext(connections[alias])) for alias in connections]
        yield found
    for one in seen:
        found += [query["sql"] for query in one.captured_queries if not _FRAME.match(query["sql"])]


@pytest.fixture
def full_world() -> World:
    """A team with a case in every stage that costs most."""
    world = make_world()
    for stage in ("intervention", "termination"):
        case_id = intake(world)
        walk_to(world, case_id, stage)
        for number in range(3):
            record_contact(world.worker, case_id, contact=contact_given(observation=f"Catatan {number}."))
    return world


def pages(world: World) -> dict[str, str]:
    from simpul.casework.models import Case

    newest = Case.objects.order_by("opened_at").first()
    assert newest is not None
    return {
        "today": "/",
        "board": "/papan/",
        "cases": "/kasus/",
        "case": f"/kasus/{newest.pk}/",
        "intake": "/kasus/baru/",
        "tasks": "/tugas/",
        "person": f"/orang/{world.client.pk}/",
        "search": "/cari/",
        "inbox": "/kotak-masuk/",
        "drafts": "/draf/",
        "staff": "/pegawai/",
        "offices": "/kantor/",
        "forms": "/instrumen/",
    }


def asked(client: Client, call: Callable[[], Any]) -> tuple[list[str], Any]:
    """The statements of a page that was opened before, with nothing remembered of its persons' keys."""
    call()
    keys.forget()
    cache.clear()
    with statements() as found:
        answer = call()
    return found, answer


def test_every_main_page_asks_at_most_twenty_five_times(client: Client, full_world: World) -> None:
    over = {}
    for who in (full_world.worker_staff, full_world.supervisor_staff):
        login(client, who)
        for name, path in pages(full_world).items():
            found, answer = asked(client, lambda path=path: client.get(path))
            assert answer.status_code == 200 or (name, who) == ("board", full_world.worker_staff), path
            if len(found) > MOST:
                over[name] = found
    assert not over, "\n".join(f"{name}: {len(found)}\n" + "\n".join(found) for name, found in over.items())


def test_search_and_its_answer(client: Client, full_world: World) -> None:
    login(client, full_world.worker_staff)
    name = full_world.client.full_name
    found, answer = asked(client, lambda: client.post("/cari/", {"q": f"{name} binti Mohammad Abdurrahman"}))
    assert answer.status_code == 200
    assert len(found) <= MOST, "\n".join(found)


def test_planted_statement_for_every_row_is_caught(
    client: Client, full_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simpul.casework.models import Contact
    from simpul.web.desk.casework import views

    def one_by_one(*facts: Any) -> Any:
        for _entry in range(MOST):
            Contact.objects.count()
        return timeline_of(*facts)

    timeline_of = views.timeline_of
    monkeypatch.setattr(views, "timeline_of", one_by_one)
    login(client, full_world.worker_staff)
    found, _answer = asked(client, lambda: client.get(pages(full_world)["case"]))
    assert len(found) > MOST
