"""Pages that open only for somebody in a certain state: half logged in, locked out, with a second step."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from simpul.workforce.models import Account
from tests.factories.casework import World
from tests.factories.workforce import PASSWORD, login, make_staff

SESSION = "simpul_session"


@dataclass(frozen=True)
class State:
    """A browser's cookie (empty: none), and where it goes: pattern and address."""

    name: str
    cookie: str
    pages: dict[str, str]


def _cookie(client: Client, **more: Any) -> str:
    session = client.session
    session.update(more)
    session.save()
    return str(client.cookies[SESSION].value)


def _inside(world: World) -> tuple[Account, Client]:
    account = make_staff(role="social_worker", office=world.office).account
    assert account is not None
    client = login(Client(), account)
    client.get("/profil/")
    return account, client


def _by_password(world: World) -> tuple[Account, Client]:
    """Somebody who has given her password just now."""
    account = make_staff(role="social_worker", office=world.office).account
    assert account is not None
    client = Client()
    client.post("/akun/masuk/", {"login": account.email, "password": PASSWORD})
    client.get("/profil/")
    session = client.session
    records = session["account_authentication_methods"]
    session["account_authentication_methods"] = [{**records[-1], "reauthenticated": True}]
    session.save()
    return account, client


def states(world: World) -> list[State]:
    """Each state with the pages that it alone opens."""
    return [
        *_second_step(world), _locked(world), _without_password(world), _forgotten(world), _leaving(world),
    ]  # fmt: skip


def _second_step(world: World) -> list[State]:
    _account, client = _by_password(world)
    fresh = State("just logged in", _cookie(client), _at("totp/activate", "webauthn/add"))
    account, client = _by_password(world)
    TOTP.activate(account, generate_totp_secret())
    RecoveryCodes.activate(account)
    key = Authenticator.objects.create(
        user=account, type=Authenticator.Type.WEBAUTHN, data={"name": "Kunci", "credential": {}}
    )
    owned = _at("recovery-codes", "recovery-codes/generate", "totp/deactivate")
    for verb in ("edit", "remove"):
        owned[f"/akun/2fa/webauthn/keys/<int:pk>/{verb}/"] = f"/akun/2fa/webauthn/keys/{key.pk}/{verb}/"
    holder = State("with a second step", _cookie(client), owned)
    account, again = _inside(world)
    TOTP.activate(account, generate_totp_secret())
    asked = State("asked again", _cookie(again), _at("reauthenticate"))
    halfway = Client()
    halfway.post("/akun/masuk/", {"login": account.email, "password": PASSWORD})
    return [fresh, holder, asked, State("half logged in", _cookie(halfway), _at("authenticate"))]


def _at(*names: str) -> dict[str, str]:
    return {path: path for path in (f"/akun/2fa/{name}/" for name in names)}


def _locked(world: World) -> State:
    _account, client = _inside(world)
    return State("locked", _cookie(client, locked_at=time.time()), {"/akun/terkunci/": "/akun/terkunci/"})


def _without_password(world: World) -> State:
    account, client = _inside(world)
    account.set_unusable_password()
    account.save()
    client = login(Client(), account)
    client.get("/profil/")
    return State("without a password", _cookie(client), {"/akun/kata-sandi/baru/": "/akun/kata-sandi/baru/"})


def _forgotten(world: World) -> State:
    account, _client = _inside(world)
    pattern = "/akun/kata-sandi/pilih/<uidb36>-<key>/"
    start = (
        f"/akun/kata-sandi/pilih/{user_pk_to_url_str(account)}-{default_token_generator.make_token(account)}/"
    )
    return State("with a link", "", {pattern: start})


def _leaving(world: World) -> State:
    _account, client = _inside(world)
    return State("about to leave", _cookie(client), {"/akun/keluar/": "/akun/keluar/"})
