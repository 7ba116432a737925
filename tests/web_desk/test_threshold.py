"""What must be settled before a page opens, and that nothing typed is lost at a shut door."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.test import Client

from simpul.kernel.clock import today
from simpul.web.desk import kept_text
from simpul.workforce.commands.close_account import close_account
from simpul.workforce.commands.end_sessions import end_sessions
from simpul.workforce.commands.revoke_grant import revoke_grant
from simpul.workforce.models import EthicsAcceptance, HeldText, ReflectionNote
from tests.factories.workforce import PASSWORD, actor_of, grant, login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
WORDS = "Hari ini berat, tetapi keluarga itu kuat."


def let_time_pass(client: Client, minutes: int, *, born: bool = False) -> None:
    """As if nobody had touched the screen for so long."""
    session = client.session
    for key in ("touched_at", "born") if born else ("touched_at",):
        session[key] = time.time() - minutes * 60
    session.save()


def hidden_answers(page: str) -> dict[str, str]:
    """What the page of kept texts will send again."""
    import re

    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))


def write(client: Client, key: str = "k-1") -> object:
    return client.post("/profil/refleksi/", {"words": WORDS, "idempotency_key": key})


def test_screen_locks_after_fifteen_minutes_and_opens_with_the_password(client: Client) -> None:
    login(client, make_staff())
    assert client.get("/profil/").status_code == 200
    let_time_pass(client, 14)
    assert client.get("/profil/").status_code == 200
    let_time_pass(client, 16)
    answer = client.get("/profil/")
    assert answer.headers["Location"] == "/akun/terkunci/"
    assert client.get("/profil/").status_code == 302
    assert client.post("/akun/terkunci/", {"password": "salah"}).status_code == 422
    assert client.post("/akun/terkunci/", {"password": PASSWORD}).headers["Location"] == "/profil/"
    assert client.get("/profil/").status_code == 200


def test_nothing_typed_is_lost_when_a_form_arrives_after_the_lock_fell(client: Client) -> None:
    login(client, make_staff())
    client.get("/profil/refleksi/")
    let_time_pass(client, 20)
    assert write(client).headers["Location"] == "/akun/terkunci/"
    assert ReflectionNote.objects.count() == 0
    assert client.post("/akun/terkunci/", {"password": PASSWORD}).headers["Location"] == "/akun/tersimpan/"
    page = client.get("/akun/tersimpan/").content.decode()
    assert WORDS in page
    answer = client.post("/profil/refleksi/", hidden_answers(page))
    assert answer.status_code == 302
    assert [note.words for note in ReflectionNote.objects.all()] == [WORDS]
    assert HeldText.objects.count() == 0


def test_kept_form_sent_twice_has_one_effect(client: Client) -> None:
    login(client, make_staff())
    client.get("/profil/refleksi/")
    let_time_pass(client, 20)
    write(client)
    client.post("/akun/terkunci/", {"password": PASSWORD})
    answers = hidden_answers(client.get("/akun/tersimpan/").content.decode())
    client.post("/profil/refleksi/", answers)
    client.post("/profil/refleksi/", answers)
    assert ReflectionNote.objects.count() == 1


def test_planted_lock_that_forgets_loses_the_text(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: the door keeps nothing. Then nothing is offered, so the test above can fail."""
    monkeypatch.setattr("simpul.web.desk.threshold.keep_what_was_sent", lambda request: None)
    login(client, make_staff())
    client.get("/profil/refleksi/")
    let_time_pass(client, 20)
    write(client)
    assert client.post("/akun/terkunci/", {"password": PASSWORD}).headers["Location"] == "/"
    assert HeldText.objects.count() == 0


def test_text_that_is_refused_again_stays_kept(client: Client) -> None:
    login(client, make_staff())
    client.get("/profil/")
    let_time_pass(client, 20)
    client.post("/profil/refleksi/", {"words": "x" * 9000})
    client.post("/akun/terkunci/", {"password": PASSWORD})
    answers = hidden_answers(client.get("/akun/tersimpan/").content.decode())
    assert client.post("/profil/refleksi/", answers).status_code == 422
    assert HeldText.objects.count() == 1


def test_htmx_is_told_to_load_the_locked_page(client: Client) -> None:
    login(client, make_staff())
    client.get("/profil/")
    let_time_pass(client, 20)
    answer = client.get("/profil/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/akun/terkunci/")


def test_five_wrong_passwords_end_the_session_but_not_the_text(client: Client) -> None:
    worker = make_staff()
    login(client, worker)
    client.get("/profil/")
    let_time_pass(client, 20)
    write(client)
    for _ in range(5):
        answer = client.post("/akun/terkunci/", {"password": "salah"})
    assert answer.headers["Location"] == "/akun/masuk/"
    assert client.get("/profil/").headers["Location"].startswith("/akun/masuk/")
    assert HeldText.objects.filter(account=worker.account).count() == 1


def test_session_ends_after_twelve_hours_whatever_was_touched(client: Client) -> None:
    login(client, make_staff())
    client.get("/profil/")
    let_time_pass(client, 12 * 60 + 1, born=True)
    session = client.session
    session["touched_at"] = time.time()
    session.save()
    assert write(client).headers["Location"] == "/akun/masuk/"
    assert client.get("/profil/").headers["Location"].startswith("/akun/masuk/")
    assert HeldText.objects.count() == 1


def test_passwords_are_never_kept(client: Client) -> None:
    login(client, make_staff())
    client.get("/profil/")
    let_time_pass(client, 20)
    client.post("/akun/kata-sandi/", {"oldpassword": PASSWORD, "password1": "a", "password2": "a"})
    assert HeldText.objects.count() == 0
    assert "/akun/" in kept_text.NOT_KEPT


def test_locking_by_hand_goes_back_only_to_our_own_pages(client: Client) -> None:
    login(client, make_staff())
    for way, expected in (("/profil/", "/profil/"), ("https://evil.example/", "/"), ("//evil.example", "/")):
        client.post("/akun/kunci/", {"next": way})
        assert client.get("/profil/refleksi/", headers={"HX-Request": "true"}).status_code == 204
        session = client.session
        session["locked_way"] = way if way == "/profil/" else session.get("locked_way", "/")
        if way != "/profil/":
            assert "evil" not in session["locked_way"]
            session["locked_way"] = "/"
        session.save()
        assert client.post("/akun/terkunci/", {"password": PASSWORD}).headers["Location"] == expected


def test_code_of_ethics_stands_before_everything(client: Client) -> None:
    newcomer = make_staff(accepted_ethics=False)
    login(client, newcomer)
    for path in ("/profil/", "/pegawai/", "/kantor/", "/tugas/"):
        assert client.get(path).headers["Location"] == "/profil/kode-etik/"
    page = client.get("/profil/kode-etik/")
    assert page.status_code == 200
    version = page.context["page"].code.version
    assert client.post("/profil/kode-etik/", {"code_version": version}).status_code == 422
    assert EthicsAcceptance.objects.count() == 0
    client.post("/profil/kode-etik/", {"code_version": version, "agreed": "on"})
    assert EthicsAcceptance.objects.get().staff == newcomer
    assert client.get("/profil/").status_code == 200


def test_new_version_asks_again_and_keeps_what_was_sent(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from simpul.workforce import ethics

    login(client, make_staff())
    client.get("/profil/")
    newer = replace(ethics.current_code(), version="2099-1")
    monkeypatch.setattr(ethics, "codes", lambda: (newer,))
    assert write(client).headers["Location"] == "/profil/kode-etik/"
    answer = client.post("/profil/kode-etik/", {"code_version": "2099-1", "agreed": "on"})
    assert answer.headers["Location"] == "/akun/tersimpan/"


@pytest.mark.parametrize(
    ("demand", "role", "asked"),
    [
        ("powerful", "admin", True),
        ("powerful", "head_of_office", True),
        ("powerful", "social_worker", False),
        ("required", "social_worker", True),
        ("offered", "admin", False),
    ],
)
def test_second_step_is_asked_of_whom_it_is_demanded(
    client: Client, settings: object, demand: str, role: str, asked: bool
) -> None:
    settings.MFA_DEMAND = demand
    login(client, make_staff(role=role, scope="office"))
    answer = client.get("/profil/")
    assert (answer.status_code == 302) is asked
    if asked:
        assert answer.headers["Location"] == "/akun/2fa/"
        assert client.get("/akun/2fa/").status_code == 200


def test_closing_an_account_and_ending_sessions_take_effect_at_the_next_request(client: Client) -> None:
    worker = make_staff()
    head = make_staff(role="head_of_office", scope="office", office=worker.office)
    login(client, worker)
    assert client.get("/profil/").status_code == 200
    end_sessions(actor_of(head), worker.id)
    assert client.get("/profil/").headers["Location"].startswith("/akun/masuk/")
    login(client, worker.account.__class__.objects.get(pk=worker.account_id))
    assert client.get("/profil/").status_code == 200
    close_account(actor_of(head), worker.id)
    assert client.get("/profil/").headers["Location"].startswith("/akun/masuk/")


def test_revoked_role_is_gone_at_the_next_request(client: Client) -> None:
    person = make_staff(role="supervisor", scope="office")
    other = grant(person, "front_desk", expires=today() + timedelta(days=3))
    head = make_staff(role="head_of_office", scope="office", office=person.office)
    login(client, person)
    assert "pegawai/absen" in client.get("/pegawai/").content.decode()
    for one in person.grants.all():
        revoke_grant(actor_of(head), one.id)
    assert client.get("/pegawai/").status_code == 404
    assert other.pk


def test_draft_is_still_kept_while_the_screen_is_locked_and_unlocks_nothing(client: Client) -> None:
    login(client, make_staff())
    client.get("/profil/refleksi/")
    let_time_pass(client, 20)
    answer = client.post("/draf/simpan/", {"draft_key": "/profil/refleksi/", "words": WORDS})
    assert answer.status_code < 300
    assert client.get("/profil/refleksi/").headers["Location"] == "/akun/terkunci/"
    client.post("/akun/terkunci/", {"password": PASSWORD})
    assert "/profil/refleksi/" in client.get("/draf/").content.decode()
