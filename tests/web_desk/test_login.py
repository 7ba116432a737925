"""The door: login, invitation, reset, second step, log out."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from simpul.jobs.worker import work_off
from simpul.workforce.commands.engage_staff import engage_staff
from simpul.workforce.models import Account, Staff
from tests.factories.workforce import PASSWORD, actor_of, login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
LOGIN = "/akun/masuk/"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


def enter(client: Client, email: str, password: str = PASSWORD) -> object:
    return client.post(LOGIN, {"login": email, "password": password})


def test_login_with_address_and_password(client: Client) -> None:
    worker = make_staff()
    assert client.get(LOGIN).status_code == 200
    assert enter(client, worker.account.email.upper()).status_code == 302
    assert client.get("/profil/").status_code == 200


def test_wrong_password_and_unknown_address_look_the_same(client: Client) -> None:
    known = enter(client, make_staff().account.email, "salah-sekali-ini")
    unknown = enter(Client(), "orang-tak-ada@contoh.example", "salah-sekali-ini")
    assert known.status_code == unknown.status_code
    tidy = [re.sub(r'value="[^"]*"|nonce-\S+', "", answer.content.decode()) for answer in (known, unknown)]
    assert tidy[0] == tidy[1]


def test_closed_account_is_told_nothing_with_a_wrong_password(client: Client) -> None:
    worker = make_staff()
    Account.objects.filter(pk=worker.account_id).update(is_active=False)
    assert enter(client, worker.account.email, "salah-sekali-ini").status_code == 200
    enter(client, worker.account.email)
    assert client.get("/profil/").status_code == 302


def test_sixth_wrong_attempt_is_held_up_even_with_the_right_password(client: Client) -> None:
    email = make_staff().account.email
    for _ in range(5):
        enter(client, email, "salah-sekali-ini")
    enter(client, email)
    assert client.get("/profil/").status_code == 302


def test_nobody_signs_up(client: Client) -> None:
    answer = client.post("/akun/daftar/", {"email": "a@contoh.example", "password1": PASSWORD})
    assert answer.status_code == 200
    assert Account.objects.count() == 0
    assert client.get("/akun/email/").status_code == 404


def test_reset_says_and_does_the_same_for_known_and_unknown_and_writes_only_to_known(client: Client) -> None:
    worker = make_staff()
    client.post(
        "/akun/kata-sandi/lupa/", {"email": "pertama@contoh.example"}
    )  # the log's first line costs more
    seen = []
    for email in (worker.account.email, "tak-ada@contoh.example"):
        with CaptureQueriesContext(connection) as asked:
            answer = client.post("/akun/kata-sandi/lupa/", {"email": email})
        seen.append((answer.headers["Location"], len(asked), mail.outbox[:]))
    assert seen[0] == seen[1]
    work_off()
    (letter,) = mail.outbox
    assert letter.to == [worker.account.email]
    assert worker.full_name not in letter.body + letter.subject
    assert "Simpul" not in letter.subject


def test_planted_mail_sent_at_once_would_betray_the_known_address(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage: the letter is sent while the page waits. Then the two ways differ."""
    monkeypatch.setattr(
        "simpul.web.desk.account.forms.ask_for_login_link",
        lambda actor, account_id: account_id and mail.send_mail("x", "x", None, ["x@contoh.example"]),
    )
    client.post("/akun/kata-sandi/lupa/", {"email": make_staff().account.email})
    assert mail.outbox != []


def follow(client: Client, link: str) -> object:
    """Open a letter's link; allauth hides its key behind a redirect."""
    path = re.sub(r"^https?://[^/]+", "", link)
    answer = client.get(path)
    return answer if answer.status_code == 200 else client.get(answer.headers["Location"])


def test_invited_person_chooses_a_password_once(client: Client) -> None:
    head = make_staff(role="head_of_office", scope="office")
    staff_id = engage_staff(actor_of(head), head.office_id, full_name="Baru", email="baru@contoh.example")
    work_off()
    link = re.search(r"https?://\S+", mail.outbox[0].body).group()
    page = follow(client, link)
    assert page.status_code == 200
    answer = client.post(page.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    assert answer.status_code == 302
    assert Staff.objects.get(pk=staff_id).account.check_password(PASSWORD)
    again = follow(Client(), link)
    assert again.context["token_fail"] is True


def test_new_password_ends_all_other_sessions(client: Client) -> None:
    worker = make_staff()
    other = Client()
    enter(client, worker.account.email)
    enter(other, worker.account.email)
    assert other.get("/profil/").status_code == 200
    fresh = "empat-kata-tanpa-kaitan"
    answer = client.post(
        "/akun/kata-sandi/", {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh}
    )
    assert answer.status_code == 302
    assert client.get("/profil/").status_code == 200
    assert other.get("/profil/").status_code == 302


def test_sessions_are_listed_and_others_ended(client: Client) -> None:
    worker = make_staff()
    other = Client()
    enter(client, worker.account.email)
    enter(other, worker.account.email)
    page = client.get("/akun/sesi/").content.decode()
    assert page.count("127.0.0.1") == 2
    client.post("/akun/sesi/")
    assert client.get("/profil/").status_code == 200
    assert other.get("/profil/").status_code == 302


def test_logging_out_clears_what_the_browser_kept(client: Client) -> None:
    login(client, make_staff())
    answer = client.post("/akun/keluar/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/profil/").status_code == 302


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_second_step_is_set_up_sealed_and_then_asked_for(client: Client) -> None:
    worker = make_staff()
    enter(client, worker.account.email)
    page = client.get("/akun/2fa/totp/activate/")
    if page.status_code == 302:
        client.post("/akun/pastikan/", {"password": PASSWORD})
        page = client.get("/akun/2fa/totp/activate/")
    drawing = page.content.decode()
    assert "<svg" in drawing
    assert "style=" not in drawing
    assert "data:image" not in drawing
    secret = page.context["form"].secret
    assert client.post("/akun/2fa/totp/activate/", {"code": code_for(secret)}).status_code == 302
    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in stored
    assert isinstance(Authenticator.objects.get(type="totp").wrap(), TOTP)
    assert client.get("/akun/2fa/recovery-codes/").status_code == 200
    stranger = Client()
    enter(stranger, worker.account.email)
    assert stranger.get("/profil/").status_code == 302
    cache.clear()
    assert stranger.post("/akun/2fa/authenticate/", {"code": "000000"}).status_code == 200
    cache.clear()
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    stranger.post("/akun/2fa/authenticate/", {"code": codes[0]})
    assert stranger.get("/profil/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/akun/masuk/", "/akun/keluar/", "/akun/kata-sandi/lupa/", "/akun/kata-sandi/lupa/terkirim/",
        "/akun/kata-sandi/selesai/", "/akun/daftar/", "/akun/tidak-aktif/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["id", "en"])
def test_open_pages_of_the_door_carry_no_inline_script_or_style(
    client: Client, path: str, language: str
) -> None:
    client.cookies["simpul_language"] = language
    answer = client.get(path)
    if path == "/akun/keluar/":
        assert answer.status_code == 302
        return
    assert_clean(answer.content.decode())


@pytest.mark.parametrize(
    "path",
    [
        "/akun/keluar/", "/akun/kata-sandi/", "/akun/pastikan/", "/akun/2fa/", "/akun/2fa/webauthn/",
        "/akun/2fa/webauthn/add/", "/akun/2fa/totp/activate/", "/akun/2fa/recovery-codes/generate/",
        "/akun/sesi/", "/akun/tersimpan/",
    ],
)  # fmt: skip
def test_pages_of_ones_account_carry_no_inline_script_or_style(client: Client, path: str) -> None:
    enter(client, make_staff().account.email)
    client.post("/akun/pastikan/", {"password": PASSWORD})
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    assert_clean(answer.content.decode())


def assert_clean(page: str) -> None:
    assert "style=" not in page
    assert not re.search(r"\son\w+=", page)
    for script in re.findall(r"<script[^>]*>", page):
        assert "src=" in script or "application/json" in script, script


def test_planted_inline_script_is_found() -> None:
    for bad in ("<script>alert(1)</script>", '<p style="x">', '<a onclick="x">'):
        with pytest.raises(AssertionError):
            assert_clean(bad)


def test_greeting_after_login_names_the_person_and_not_an_identifier(client: Client) -> None:
    staff = make_staff()
    answer = client.post("/akun/masuk/", {"login": staff.account.email, "password": PASSWORD}, follow=True)
    said = " ".join(str(one) for one in answer.context["messages"])
    assert str(staff.account_id) not in said
