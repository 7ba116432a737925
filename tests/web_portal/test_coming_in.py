"""The door: a code that works once, no answer that betrays who has a file, a session that ends."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.test import Client

from simpul.kernel.actor import public_actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Hidden, InvalidInput, Refused
from simpul.registry.commands.enter_portal import enter_portal
from simpul.registry.commands.invite_to_portal import invite_to_portal
from simpul.registry.commands.open_portal import open_portal
from simpul.registry.commands.revoke_portal_access import revoke_portal_access
from simpul.registry.models import PortalDoor
from simpul.registry.queries.portal_access import portal_access
from simpul.registry.rules.door_codes import ALPHABET, CODE_SIGNS, draw_code, draw_name, in_groups, plain
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import AuditLine
from simpul.workforce import client_logins
from simpul.workforce.models import Account, HeldText
from simpul.worklist.models import Draft
from tests.factories.casework import World, intake, make_world
from tests.web_portal.conftest import PASSWORD, Guest, invited

pytestmark = pytest.mark.django_db


def begin(browser: Client, name: str, code: str, password: str = PASSWORD) -> object:
    answers = {"name": name, "code": code, "password": password, "again": password}
    return browser.post("/portal/mulai/", answers)


def test_code_has_at_least_64_bits_and_is_never_stored(world: World) -> None:
    assert len(ALPHABET) ** CODE_SIGNS >= 2**64
    assert len({draw_code() for _ in range(500)} | {draw_name() for _ in range(500)}) == 1000
    invitation = invited(world)
    stored = str(PortalDoor.objects.values().get())
    assert plain(invitation.code) not in stored and plain(invitation.name) not in stored
    assert all(plain(invitation.code) not in str(line.facts) for line in AuditLine.objects.all())


def test_what_was_typed_is_read_as_it_was_meant() -> None:
    assert plain(" 7k2pm-4xq9d ") == "7K2PM4XQ9D"
    assert plain("OIL") == "011"
    assert in_groups("7K2PM4XQ9D", 5) == "7K2PM-4XQ9D"


def test_client_comes_in_with_her_code_then_with_her_password(client: Client, world: World) -> None:
    invitation = invited(world)
    intake(world)
    answer = begin(client, invitation.name.lower(), invitation.code.replace("-", " "))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/portal/")
    assert client.get("/portal/").status_code == 200
    client.post("/portal/keluar/")
    assert client.get("/portal/").headers["Location"] == "/portal/masuk/"
    answer = client.post("/portal/masuk/", {"name": invitation.name, "password": PASSWORD})
    assert answer.headers["Location"] == "/portal/"
    assert portal_access(world.supervisor, world.client.id).state == "open"


def test_code_works_once(client: Client, world: World) -> None:
    invitation = invited(world)
    begin(client, invitation.name, invitation.code)
    other = Client()
    assert begin(other, invitation.name, invitation.code, "sandi lain yang panjang").status_code == 422
    assert enter_portal(public_actor(), name=invitation.name, password="sandi lain yang panjang") is None


def test_five_wrong_codes_kill_the_code(world: World) -> None:
    invitation = invited(world)
    for _ in range(5):
        assert open_portal(public_actor(), name=invitation.name, code=draw_code(), password=PASSWORD) is None
    assert open_portal(public_actor(), name=invitation.name, code=invitation.code, password=PASSWORD) is None
    assert portal_access(world.supervisor, world.client.id).state == "expired"


def test_code_dies_after_seven_days(world: World) -> None:
    invitation = invited(world)
    with writing_as("registry"):
        PortalDoor.objects.update(code_until=now() - timedelta(seconds=1))
    assert open_portal(public_actor(), name=invitation.name, code=invitation.code, password=PASSWORD) is None


@pytest.mark.parametrize("password", ["pendek", "password1234"])
def test_weak_password_is_refused_before_the_code_is_looked_at(world: World, password: str) -> None:
    invitation = invited(world)
    for name in (invitation.name, "0000000000"):
        with pytest.raises(InvalidInput):
            open_portal(public_actor(), name=name, code=invitation.code, password=password)
    assert PortalDoor.objects.get().tries_left == 5


@pytest.mark.parametrize("state", ["invited", "open", "shut"])
def test_login_answers_the_same_whether_the_name_exists(
    world: World, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    invitation = invited(world)
    if state != "invited":
        open_portal(public_actor(), name=invitation.name, code=invitation.code, password=PASSWORD)
    if state == "shut":
        revoke_portal_access(world.supervisor, world.client.id)
    assert _probe(invitation.name, monkeypatch) == _probe(in_groups(draw_name(), 5), monkeypatch)


def test_planted_oracle_is_caught(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """If an unknown name cost no hash, the probe would tell."""
    invitation = invited(world)
    open_portal(public_actor(), name=invitation.name, code=invitation.code, password=PASSWORD)
    known = _probe(invitation.name, monkeypatch)
    monkeypatch.setattr(client_logins, "make_password", lambda _password: "")
    assert _probe(in_groups(draw_name(), 5), monkeypatch) != known


def _probe(name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[object, ...]:
    """Status, length, headers and number of hashes of a wrong login and a wrong code."""
    from django.contrib.auth import hashers

    hashes: list[int] = []
    hasher = type(hashers.get_hasher())
    real = hasher.encode
    with monkeypatch.context() as patched:
        patched.setattr(hasher, "encode", lambda *args, **facts: hashes.append(1) or real(*args, **facts))
        browser = Client()
        wrong = {"name": name, "password": "salah sekali ini", "again": "salah sekali ini", "code": "0" * 16}
        answers = [browser.post("/portal/masuk/", wrong), browser.post("/portal/mulai/", wrong)]
    return (
        [answer.status_code for answer in answers],
        [len(answer.content) for answer in answers],
        [sorted(answer.headers) for answer in answers],
        len(hashes),
    )


def test_attempts_are_slowed_down_alike_for_known_and_unknown_names(world: World) -> None:
    known = invited(world).name
    for name in (known, in_groups(draw_name(), 5)):
        browser = Client(REMOTE_ADDR=f"10.0.0.{1 if name == known else 2}")
        facts = {"name": name, "password": "salah sekali ini"}
        sizes = [len(browser.post("/portal/masuk/", facts).content) for _ in range(6)]
        assert len(set(sizes[:5])) == 1 and sizes[5] != sizes[0]


def test_attempts_are_told_to_the_client(world: World) -> None:
    from simpul.registry.queries.lookers import who_has_looked
    from tests.factories.workforce import actor_of

    invitation = invited(world)
    account_id = open_portal(public_actor(), name=invitation.name, code=invitation.code, password=PASSWORD)
    enter_portal(public_actor(), name=invitation.name, password="bukan kata sandinya")
    told = [
        str(look.what)
        for look in who_has_looked(actor_of(Account.objects.get(pk=account_id)), world.client.id)
    ]
    assert "tried a wrong password for the portal" in told
    assert "used the one-time code of the portal" in told


def test_new_code_ends_password_and_sessions(client: Client, world: World) -> None:
    first = invited(world)
    begin(client, first.name, first.code)
    second = invite_to_portal(world.supervisor, world.client.id, agreed=True, handed_over="spoken")
    assert client.get("/portal/").headers["Location"] == "/portal/masuk/"
    assert enter_portal(public_actor(), name=first.name, password=PASSWORD) is None
    assert enter_portal(public_actor(), name=second.name, password=PASSWORD) is None
    assert Account.objects.filter(person_id=world.client.id).count() == 1


def test_revoked_way_is_shut_with_the_next_click(client: Client, world: World) -> None:
    invitation = invited(world)
    begin(client, invitation.name, invitation.code)
    revoke_portal_access(world.supervisor, world.client.id)
    assert client.get("/portal/").headers["Location"] == "/portal/masuk/"
    assert enter_portal(public_actor(), name=invitation.name, password=PASSWORD) is None


def test_nobody_is_invited_without_being_asked(world: World) -> None:
    with pytest.raises(InvalidInput):
        invited(world, agreed=False)
    with pytest.raises(InvalidInput):
        invited(world, handed_over="sms")
    assert not PortalDoor.objects.exists()


def test_stranger_and_client_invite_nobody(world: World) -> None:
    other = make_world()
    facts = {"agreed": True, "handed_over": "spoken"}
    for actor in (other.worker, world.client_actor, public_actor()):
        with pytest.raises((Hidden, Refused)):
            invite_to_portal(actor, world.client.id, **facts)
    with pytest.raises(Hidden):
        revoke_portal_access(other.client_actor, world.client.id)


def test_erased_person_has_no_way_in(world: World) -> None:
    with writing_as("registry"):
        world.client.erased_at = now()
        world.client.save()
    with pytest.raises((Refused, Hidden)):
        invited(world)


def test_after_fifteen_minutes_she_is_out_and_her_letter_is_kept(guest: Guest) -> None:
    path = f"/portal/berkas/{guest.case_id}/tulis/"
    guest.see(path)
    session = guest.browser.session
    session["touched_at"] = time.time() - 16 * 60
    session.save()
    answer = guest.browser.post(path, {"words": "Bu, saya takut pulang."})
    assert answer.headers["Location"] == "/portal/masuk/"
    assert guest.browser.get("/portal/").headers["Location"] == "/portal/masuk/"
    assert HeldText.objects.get().answers["words"] == ["Bu, saya takut pulang."]


def test_typed_words_are_kept_while_typing(guest: Guest) -> None:
    path = f"/portal/berkas/{guest.case_id}/tulis/"
    assert guest.browser.post("/portal/draf/", {"draft_key": path, "words": "Saya mulai"}).status_code == 200
    assert "Saya mulai" in guest.see(path)
    assert path in guest.see("/portal/")
    guest.browser.post(path, {"words": "Saya mulai lagi"})
    assert not Draft.objects.exists()


def test_password_is_never_kept_when_the_session_is_over(guest: Guest) -> None:
    guest.see("/portal/saya/")
    session = guest.browser.session
    session["touched_at"] = time.time() - 16 * 60
    session.save()
    guest.browser.post("/portal/saya/", {"old": PASSWORD, "new": "rahasia baru yang lama"})
    assert not HeldText.objects.exists()


def test_quick_exit_ends_the_session(guest: Guest) -> None:
    assert "/portal/cuaca/" in guest.see("/portal/")
    assert guest.browser.get("/portal/cuaca/").headers["Location"] == "https://www.bmkg.go.id/"
    assert guest.browser.get("/portal/").headers["Location"] == "/portal/masuk/"


def test_client_has_no_desk_and_worker_no_portal(guest: Guest) -> None:
    from tests.factories.workforce import login

    for path in ("/", "/kasus/", "/akun/2fa/", "/akun/sesi/", "/akun/kata-sandi/"):
        assert guest.browser.get(path).headers.get("Location") == "/portal/", path
    worker = login(Client(), guest.world.worker_staff)
    assert worker.get("/portal/").headers["Location"] == "/"


def test_client_changes_her_password_and_stays(client: Client, world: World) -> None:
    invitation = invited(world)
    begin(client, invitation.name, invitation.code)
    wrong = client.post("/portal/saya/", {"old": "bukan ini sandinya", "new": "angin di puncak gunung"})
    assert wrong.status_code == 422
    answer = client.post("/portal/saya/", {"old": PASSWORD, "new": "angin di puncak gunung"})
    assert answer.status_code == 302 and client.get("/portal/").status_code == 200
    assert enter_portal(public_actor(), name=invitation.name, password="angin di puncak gunung")


def test_client_closes_her_own_page(client: Client, world: World) -> None:
    invitation = invited(world)
    begin(client, invitation.name, invitation.code)
    client.post("/portal/saya/tutup/")
    assert portal_access(world.supervisor, world.client.id).state == "shut"
