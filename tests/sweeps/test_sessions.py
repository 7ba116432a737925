"""Sessions: a new one at login, none after logout, none of the old ones after what should end them."""

from __future__ import annotations

import time

import pytest
from django.conf import settings
from django.test import Client

from simpul.safeguards.guarded import writing_as
from simpul.workforce.models import Account, Staff
from tests.factories.workforce import PASSWORD, grant, login, make_office, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
HOME = "/profil/"


def enters(client: Client) -> bool:
    return client.get(HOME).status_code == 200


def second(staff: Staff) -> Client:
    return login(Client(), staff)


def by_password(client: Client, account: Account) -> Client:
    client.post("/akun/masuk/", {"login": account.email, "password": PASSWORD})
    return client


def test_login_changes_the_session_that_a_stranger_may_have_planted(client: Client) -> None:
    staff = make_staff()
    session = client.session
    session["planted"] = "x"
    session.save()
    before = session.session_key
    by_password(client, staff.account)
    assert enters(client)
    after = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert after != before
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = before
    assert not enters(thief)


def test_logout_ends_the_session_on_the_server(client: Client) -> None:
    by_password(client, make_staff().account)
    copied = client.cookies[settings.SESSION_COOKIE_NAME].value
    answer = client.post("/akun/keluar/")
    assert answer.headers.get("Clear-Site-Data")
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = copied
    assert not enters(thief)


def test_new_password_ends_all_other_sessions() -> None:
    staff = make_staff()
    here, elsewhere = by_password(Client(), staff.account), second(staff)
    assert enters(here) and enters(elsewhere)
    fresh = "kata-sandi-baru-yang-panjang-81"
    here.post("/akun/kata-sandi/", {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh})
    staff.account.refresh_from_db()
    assert staff.account.check_password(fresh)
    assert enters(here) and not enters(elsewhere)


def test_closed_account_ends_its_sessions_at_once() -> None:
    staff = make_staff()
    browser = second(staff)
    assert enters(browser)
    Account.objects.filter(pk=staff.account_id).update(is_active=False)
    assert not enters(browser)


def test_taken_and_given_roles_count_from_the_next_page_on() -> None:
    office = make_office()
    staff = make_staff(office=office, role="supervisor", scope="unit")
    browser = second(staff)
    assert browser.get("/papan/").status_code == 200
    with writing_as("workforce"):
        staff.grants.all().delete()
    grant(staff, "volunteer")
    assert browser.get("/papan/").status_code == 404


def test_idle_screen_locks_and_old_session_ends() -> None:
    staff = make_staff()
    browser = second(staff)
    assert enters(browser)
    session = browser.session
    session["touched_at"] = time.time() - settings.IDLE_MINUTES * 60 - 5
    session.save()
    assert not enters(browser)
    other = second(staff)
    session = other.session
    session["born"] = time.time() - settings.SESSION_HOURS * 3600 - 5
    session.save()
    assert not enters(other)


def test_cookie_is_not_for_scripts_nor_for_other_sites(client: Client) -> None:
    by_password(client, make_staff().account)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["domain"]
