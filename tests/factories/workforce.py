"""Offices, staff and logins for tests.

office = make_office()
worker = make_staff(office=office)                                   # social worker, own cases
boss = make_staff(role="supervisor", scope="unit", unit=worker.unit)
record_contact(actor_of(worker), case_id, ...)
login(client, boss)                                                  # Django's test client
"""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

from django.test import Client

from simpul.kernel.actor import SYSTEM_ID, Actor, Role, Scope
from simpul.kernel.clock import now, today
from simpul.kernel.refs import new_id
from simpul.safeguards.guarded import writing_as
from simpul.workforce.acting import actor_for
from simpul.workforce.ethics import current_code
from simpul.workforce.models import Account, EthicsAcceptance, Office, RoleGrant, Staff, Unit
from simpul.workforce.rules.grants import needs_second_person

PASSWORD = "rahasia-besar-sekali-27"
_numbers = itertools.count(1)
_NAMES = ("Sri Wahyuni", "Bambang Sutrisno", "Dewi Lestari", "Agus Salim", "Nur Aisyah", "Ketut Mahendra")


def make_office(**facts: Any) -> Office:
    """An office with one service team (``office.units.get()``)."""
    number = next(_numbers)
    facts.setdefault("kind", "dinsos")
    facts.setdefault("name", f"Dinas Sosial Contoh {number}")
    facts.setdefault("code", f"DS{number}")
    facts.setdefault("region_code", "99.01")
    facts.setdefault("city", "Kota Contoh")
    with writing_as("workforce"):
        office: Office = Office.objects.create(**facts)
        Unit.objects.create(office=office, name="Tim Layanan")
    return office


def make_unit(office: Office, *, kind: str = "service", name: str = "") -> Unit:
    with writing_as("workforce"):
        unit: Unit = Unit.objects.create(office=office, kind=kind, name=name or f"Tim {next(_numbers)}")
    return unit


def make_account(**facts: Any) -> Account:
    """A login with the password ``PASSWORD``; ``person_id=`` makes it a client's."""
    number = next(_numbers)
    facts.setdefault("email", f"orang{number}@contoh.example")
    return Account.objects.create_user(password=PASSWORD, **facts)


def make_staff(
    *,
    role: str | None = "social_worker",
    scope: str = "own",
    office: Office | None = None,
    unit: Unit | None = None,
    area: str = "",
    expires: date | None = None,
    accepted_ethics: bool = True,
    **facts: Any,
) -> Staff:
    """A member of staff with a login and one role in force; ``role=None`` gives none."""
    number = next(_numbers)
    office = office or (unit.office if unit else make_office())
    unit = unit or office.units.first()
    facts.setdefault("full_name", f"{_NAMES[number % len(_NAMES)]} {number}")
    if "account" not in facts:
        facts["account"] = make_account(display_name=facts["full_name"])
    with writing_as("workforce"):
        staff: Staff = Staff.objects.create(office=office, unit=unit, **facts)
        if accepted_ethics:
            code = current_code()
            EthicsAcceptance.objects.create(staff=staff, code_version=code.version, checksum=code.checksum)
    if role:
        grant(staff, role, scope, area=area, expires=expires)
    return staff


def grant(
    staff: Staff, role: str, scope: str = "own", *, area: str = "", expires: date | None = None, **facts: Any
) -> RoleGrant:
    """A grant in force, confirmed by a second person where one is needed; the place is the holder's own."""
    second = needs_second_person(
        Role(role), Scope(scope), protection=bool(staff.unit and staff.unit.kind == "protection")
    )
    facts.setdefault("unit", staff.unit if scope == "unit" else None)
    facts.setdefault("office", staff.office if scope == "office" else None)
    facts.setdefault("valid_from", min(today(), expires or today()))
    if second:
        facts.setdefault("confirmed_by", new_id())
        facts.setdefault("confirmed_at", now())
    facts.setdefault("in_force_at", now())
    with writing_as("workforce"):
        made: RoleGrant = RoleGrant.objects.create(
            staff=staff,
            role=role,
            scope=scope,
            area=(area or staff.office.region_code) if scope == "area" else "",
            expires=expires,
            needs_second=second,
            granted_by=SYSTEM_ID,
            **facts,
        )
    return made


def actor_of(staff: Staff | Account) -> Actor:
    """The actor that this person is at the gate."""
    account_id = staff.id if isinstance(staff, Account) else staff.account_id
    assert account_id is not None
    return actor_for(account_id)


def login(client: Client, staff: Staff | Account) -> Client:
    """Put the person into the client's session without passing the login page."""
    account = staff if isinstance(staff, Account) else staff.account
    assert account is not None
    client.force_login(account)
    return client
