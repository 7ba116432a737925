"""Every address, as everybody, with own, foreign, absent and hostile ids: nothing leaks or moves."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator

import pytest
from django.db.models import Q
from django.http import HttpResponse
from django.test import Client

from tests.sweeps.addresses import Address, every_address, reversible
from tests.sweeps.allowed import exists_for, hears, is_staff, may_change, may_see
from tests.sweeps.edges import faults_of
from tests.sweeps.probing import (
    LEAVING,
    SESSION,
    Findings,
    absent,
    enter,
    forms_of,
    ids_for,
    marks_in,
    name_of,
    snapshot,
    stable_length,
    swapped,
    texts_of,
    undone,
    watched,
)
from tests.sweeps.world import Marked, make_marked_world

FULL = os.environ.get("SIMPUL_SWEEP") == "full"
LEAST_PROBES = 955  # a person; all 21 together make more than 20,000
EVERYBODY = (
    "w1", "w2", "boss", "boss_other_unit", "area_boss", "head", "front", "volunteer", "protector", "admin",
    "area_admin", "auditor", "roleless", "w9", "boss9", "head9", "client_SATU", "client_DUA", "client_TIGA",
    "client_LIMA", "anonymous",
)  # fmt: skip
ON_POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")
# Two halves, for two processes; on PostgreSQL, which runs second, a few. SIMPUL_SWEEP_PEOPLE names others;
# SIMPUL_SWEEP=full sends every id and body.
PARTS = (EVERYBODY[::10], EVERYBODY[5::10]) if ON_POSTGRES else (EVERYBODY[::2], EVERYBODY[1::2])
if only := os.environ.get("SIMPUL_SWEEP_PEOPLE"):
    PARTS = (tuple(only.split(",")),)
HOSTILE = ("../../etc/passwd", "1' OR '1'='1", "%00", "\u202e\ud7ff", "-1", "9" * 60, "{{7*7}}", "<script>")
HEARING = {"answer_complaint", "tick_off_task", "pass_task", "review_glass", "withdraw_conflict"}
ODD = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "HEAD", "PROPFIND")
pytestmark = pytest.mark.usefixtures("quiet_log")


class Sweep:
    """One person's probes of one address, undone afterwards."""

    def __init__(self, world: Marked, bodies: dict[str, list[dict[str, str]]], found: Findings) -> None:
        self.world, self.bodies, self.found = world, bodies, found
        self.before = snapshot()

    def ask(
        self, client: Client, who: str, address: Address, method: str, path: str, **data: object
    ) -> HttpResponse:
        answer = client.generic(method, path) if not data else client.post(path, **data)  # type: ignore[arg-type]
        self.found.probes += 1
        self.found.hits[address.key, who] += 1
        self.found.statuses[answer.status_code] += 1
        if answer.status_code >= 500:
            self.found.note(f"500: {who} {method} {path} {data}")
        for fault in faults_of(answer, path):
            self.found.note(f"edge: {who} {method} {path} {answer.status_code}: {fault}")
        foreign = {m for m in marks_in(texts_of(answer)) if not may_see(who, self.world.marks[m])}
        if foreign:
            places = sorted({f"{self.world.marks[m].owner}:{self.world.marks[m].place}" for m in foreign})
            self.found.note(f"leak: {who} {method} {path} ({address.name}) shows {places[:6]}")
        return answer

    def sweep_person(self, who: str, addresses: list[Address], place: int) -> None:
        """Everything as one person, who logs in once."""
        account = self.world.accounts[who]
        with undone():
            client = enter(account)
            key = client.cookies[SESSION].value if account else ""
            for address in addresses:
                # By its own name: an address that comes in changes nothing about what the others are asked.
                turn = place + zlib.crc32(address.key.encode())
                client.cookies.clear()
                if key:
                    client.cookies[SESSION] = key
                with undone(), watched() as written:
                    self._read(client, who, address, turn)
                    self._write(client, who, address, turn)
                    self._judge_writes(who, address, written)

    def _write(self, client: Client, who: str, address: Address, turn: int) -> None:
        nowhere = address.path(**{one: absent() for one in address.ids})
        paths = self._paths(address, turn, who) or [nowhere]
        for step, body in enumerate(self._bodies(address, turn)):
            for path in paths if FULL else paths[step % len(paths) :][:1]:
                if address.name in LEAVING:
                    client = enter(self.world.accounts[who])
                self.ask(client, who, address, "POST", path, data=body)

    def _read(self, client: Client, who: str, address: Address, turn: int) -> None:
        nowhere = address.path(**{one: absent() for one in address.ids})
        gone = self.ask(client, who, address, "GET", nowhere)
        for owner, path in self._owned_paths(address, turn, who) if address.ids else ():
            answer = self.ask(client, who, address, "GET", path)
            known = exists_for(who, owner)
            if address.name in HEARING:
                known = known or hears(who, owner, "casework.Complaint")
            if address.ids and owner and not owner.startswith("@") and not known:
                self._compare(who, path, answer, nowhere, gone)
        odd = ODD if FULL else (ODD[turn % len(ODD)],)
        for method in odd:
            self.ask(client, who, address, method, nowhere)
        for text in HOSTILE if FULL else (HOSTILE[turn % len(HOSTILE)],):
            if address.parts and (FULL or turn % 3 == 0):
                self.ask(client, who, address, "GET", address.hostile(text))
        shut = address.audience in {"desk", "portal", "account", "partner"}
        if shut and self.world.accounts[who] is None and gone.status_code == 200:
            self.found.note(f"open door: anonymous reads {address.key}")

    def _compare(self, who: str, path: str, one: HttpResponse, nowhere: str, other: HttpResponse) -> None:
        if one.status_code != other.status_code:
            self.found.note(f"tells: {who} {path} {one.status_code}, absent {other.status_code}")
        elif one.status_code == 404 and abs(stable_length(one, path) - stable_length(other, nowhere)) > 16:
            self.found.note(f"tells by length: {who} {path}")

    def _owned_paths(self, address: Address, turn: int, who: str) -> Iterator[tuple[str, str]]:
        """Paths to records of several owners, most of them foreign; all parts of a path have one owner."""
        if not address.ids:
            yield "", address.path()
            return
        pools = {part: ids_for(self.world, part) for part in address.ids}
        owners = sorted(set().union(*pools.values()), key=lambda one: (one.startswith("@"), one))
        for owner in owners if FULL else few(owners, who, turn):
            facts = {}
            for part, pool in pools.items():
                ids = pool.get(owner) or next(iter(pool.values()), None) or [absent()]
                facts[part] = ids[turn % len(ids)]
            yield owner, address.path(**facts)

    def _paths(self, address: Address, turn: int, who: str) -> list[str]:
        paths = [path for _owner, path in self._owned_paths(address, turn, who)]
        return paths if FULL else paths[-2:] if turn % 3 == 1 else paths[:2]

    def _bodies(self, address: Address, turn: int) -> list[dict[str, str]]:
        known = self.bodies.get(address.key, [])
        body = known[turn % len(known)] if known else {}
        owner = ("SATU", "TIGA", "LIMA", "DUA")[turn % 4]
        foreign = str((self.world.persons if turn % 2 else self.world.cases)[owner].id)
        kinds = [body, swapped(body, foreign), {}] if body else [{}]
        return kinds if FULL else kinds[turn % 3 : turn % 3 + 2] or kinds[:1]

    def _judge_writes(self, who: str, address: Address, written: set[str]) -> None:
        after = snapshot(written)
        before = {key: digest for key, digest in self.before.items() if key[0] in written}
        for key in {k for k in before.keys() | after.keys() if before.get(k) != after.get(k)}:
            table = key[0].replace("_", ".", 1)
            model = next(label for label in LABELS if label.lower() == table)
            owner = self.world.owner_of_row.get(key) or owner_of_new(self.world, model, key[1])
            if not may_change(who, owner, model) and (address.name, model) not in BY_ANYBODY:
                self.found.note(f"foreign write: {who} {address.name} changed {model} of {owner}")


def few(owners: list[str], who: str, turn: int) -> list[str]:
    """Two foreign owners; in turn one whose file lies open to this person, and a colleague's record."""
    clients = [one for one in owners if not one.startswith("@")] or owners
    own = [one for one in clients if exists_for(who, one)]
    foreign = [one for one in clients if one not in own]
    chosen = [foreign[(turn + step) % len(foreign)] for step in range(min(2, len(foreign)))]
    chosen += [own[turn % len(own)]] if own and (turn % 3 == 1 or len(chosen) < 2) else []
    staff = [one for one in owners if one not in clients]
    return [*chosen, staff[turn % len(staff)]] if staff and turn % 3 == 0 else chosen


LABELS: list[str] = []
# Acts that are meant to touch the file of somebody else, and what they may touch there.
BY_ANYBODY: set[tuple[str, str]] = {
    # Whoever is kin to somebody says so about himself, and kin are mostly people whose file he cannot open;
    # any identifier is taken, so that nobody learns who is on file.
    ("declare_conflict", "workforce.ConflictDeclaration"),
}


def owner_of_new(world: Marked, model: str, record_id: str) -> str:
    from django.apps import apps

    record = apps.get_model(model)._default_manager.filter(pk=record_id).first()
    return world.owner_of(record) if record else ""


def known_bodies(world: Marked, addresses: list[Address]) -> dict[str, list[dict[str, str]]]:
    """A plausible body for every form that anybody is shown, by the address it is sent to."""
    found: dict[str, list[dict[str, str]]] = {}
    for _who, form in forms_of(world, addresses):
        if form.method == "post":
            found.setdefault(name_of(form.action), []).append(form.fields)
    return found


def sweep_all(
    world: Marked, *, roles: list[str] | None = None, only: str = "", tell: Callable[[str], None] = str
) -> Findings:
    LABELS[:] = list(world.records) + [m for m in _labels() if m not in world.records]
    found = Findings()
    addresses = [one for one in every_address() if reversible(one) and only in one.name]
    sweep = Sweep(world, known_bodies(world, addresses), found)
    for place, who in enumerate(roles or list(world.accounts)):
        probes, wrong = found.probes, len(found.wrong)
        sweep.sweep_person(who, addresses, place)
        tell("\n".join([f"{who}: {found.probes - probes} probes", *found.wrong[wrong:]]))
    return found


def _labels() -> list[str]:
    from tests.sweeps.world import guarded_models

    return [one._meta.label for one in guarded_models()]


@pytest.mark.slow
@pytest.mark.parametrize("people", PARTS, ids=lambda people: f"{people[0]} and others")
def test_nobody_sees_or_changes_what_is_not_his(
    db: None, capsys: pytest.CaptureFixture[str], people: tuple[str, ...]
) -> None:
    world = make_marked_world()
    assert set(world.accounts) == set(EVERYBODY)
    assert not world.empty, f"sensitive records without a mark: {world.empty}"
    found = sweep_all(world, roles=list(people), tell=lambda words: print(words, flush=True))
    with capsys.disabled():
        print(f"\n{len(people)} people, {found.probes} probes, {dict(found.statuses)}", end=" ")
    assert not found.wrong, "\n".join(found.wrong)
    every = [one.key for one in every_address() if reversible(one)]
    assert not [(key, who) for who in people for key in every if not found.hits[key, who]]
    assert found.probes >= LEAST_PROBES * len(people)


def test_every_address_is_entered_with_its_audience() -> None:
    unknown = [one.key for one in every_address() if not one.audience]
    assert not unknown, f"say in tests/sweeps/addresses.py whom these are for: {unknown}"


def test_an_address_without_an_audience_would_be_told() -> None:
    assert Address("new_page", "rahasia/<uuid:case_id>/", ()).audience == ""


def test_reach_that_lets_everything_through_is_caught(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from simpul.safeguards import gate

    load = gate._load
    monkeypatch.setattr(
        gate, "_load", lambda model, _reach, record_id, *, lock: load(model, Q(), record_id, lock=lock)
    )
    found = sweep_all(make_marked_world(), roles=["w9"], only="case")
    assert any(one.startswith("leak") for one in found.wrong)
    assert any(one.startswith("tells") for one in found.wrong)


def test_view_that_ignores_the_gate_is_caught(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.http import HttpRequest
    from django.urls import clear_url_caches, path

    from simpul.casework.models import Case, Contact
    from simpul.config import urls
    from simpul.safeguards.guarded import writing_as

    def careless(request: HttpRequest, case_id: object) -> HttpResponse:
        case = Case.objects.get(pk=case_id)  # type: ignore[misc]
        if request.method == "POST":
            with writing_as("casework"):
                Contact.objects.filter(case=case).update(version=9)
        return HttpResponse(case.presenting_words)

    monkeypatch.setattr(
        urls,
        "urlpatterns",
        [path("kasus/<uuid:case_id>/ceroboh/", careless, name="careless"), *urls.urlpatterns],
    )
    clear_url_caches()
    try:
        found = sweep_all(make_marked_world(), roles=["w1", "anonymous"], only="careless")
    finally:
        monkeypatch.undo()
        clear_url_caches()
    assert {one.split(":")[0] for one in found.wrong} >= {"leak", "foreign write", "500"}


def test_staff_and_clients_are_told_apart() -> None:
    assert is_staff("w1") and not is_staff("client_SATU") and not is_staff("anonymous")
