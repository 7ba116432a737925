"""The door in a real Chromium under the strict policy: passkey, lock, what was typed, log out."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache

from simpul.workforce.models import ReflectionNote, Staff
from tests.factories.workforce import PASSWORD, make_staff

pytestmark = [
    pytest.mark.browser,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True, databases="__all__"),
]
WORDS = "Hari ini berat, tetapi keluarga itu kuat."


@pytest.fixture
def worker() -> Staff:
    cache.clear()
    return make_staff()


@pytest.fixture
def console(browser_page: Any) -> Iterator[list[str]]:
    """What the browser complained about; violations of the policy are told there."""
    said: list[str] = []
    browser_page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    browser_page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert [text for text in said if "422" not in text and "404" not in text] == []


def log_in(page: Any, base: str, staff: Staff) -> None:
    page.goto(f"{base}/akun/masuk/")
    page.fill("#id_login", staff.account.email)
    page.fill("#id_password", PASSWORD)
    page.click("form button.is-primary")
    page.wait_for_url(lambda url: "/masuk/" not in url)


def with_authenticator(page: Any) -> None:
    """A key in software, as if the phone had one."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    cdp.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def local(url: str) -> str:
    """Passkeys know host names, not numbers."""
    return re.sub(r"127\.0\.0\.1", "localhost", url)


def fall_asleep() -> None:
    """As if nobody had touched any screen for twenty minutes."""
    for row in Session.objects.all():
        store = row.get_session_store_class()(row.session_key)
        if "touched_at" in store:
            store["touched_at"] = time.time() - 1200
            store.save()


def test_passkey_is_added_and_opens_the_door_and_the_lock(
    live_server: Any, browser_page: Any, worker: Staff, console: list[str]
) -> None:
    page, base = browser_page, local(live_server.url)
    with_authenticator(page)
    log_in(page, base, worker)
    page.goto(f"{base}/akun/2fa/webauthn/add/")
    if "/pastikan/" in page.url:
        page.fill("#id_password", PASSWORD)
        page.click("form button.is-primary")
    page.fill("#id_name", "Ponsel")
    page.check("#id_passwordless")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/recovery-codes/")
    page.goto(f"{base}/profil/")
    fall_asleep()
    page.goto(f"{base}/profil/")
    assert "/terkunci/" in page.url
    page.click("a[href*='webauthn/reauthenticate']")
    page.click("#mfa_webauthn_reauthenticate")
    page.wait_for_url("**/profil/")
    page.goto(f"{base}/akun/keluar/")
    page.click("main form button.is-primary")
    page.wait_for_url("**/masuk/**")
    page.click("#passkey_login")
    page.wait_for_url(lambda url: "/masuk/" not in url)
    page.goto(f"{base}/profil/")
    assert worker.full_name in page.inner_text("h1")


def test_what_was_typed_at_a_locked_door_arrives(
    live_server: Any, browser_page: Any, worker: Staff, console: list[str]
) -> None:
    page, base = browser_page, live_server.url
    log_in(page, base, worker)
    page.goto(f"{base}/profil/refleksi/")
    fall_asleep()
    page.fill("textarea", WORDS)
    page.click("main form.form button.is-primary")
    page.wait_for_url("**/terkunci/")
    page.fill("#id_password", PASSWORD)
    page.click("form button.is-primary")
    page.wait_for_url("**/tersimpan/")
    assert WORDS in page.inner_text("main")
    page.click("main button.is-primary")
    page.wait_for_url("**/profil/refleksi/")
    assert WORDS in page.inner_text("main")
    assert [note.words for note in ReflectionNote.objects.all()] == [WORDS]
