"""Writes the offices, teams, staff, papers and roles of the demo."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from django.contrib.auth.hashers import make_password

from simpul.config.demo.offices import DOMAIN, OFFICES, PASSWORD, STAFF, OfficePlan, StaffPlan
from simpul.config.demo.population import Village
from simpul.kernel.actor import SYSTEM_ID, Actor
from simpul.kernel.clock import now, today
from simpul.kernel.refs import new_id
from simpul.safeguards.guarded import writing_as
from simpul.workforce.acting import actor_for
from simpul.workforce.ethics import codes
from simpul.workforce.models import (
    Account,
    Credential,
    EthicsAcceptance,
    Office,
    Post,
    RoleGrant,
    Staff,
    Unit,
)
from simpul.workforce.rules.grants import needs_second_person

MADE_UP = "35.69"
FIRST_OFFICE = f"{OFFICES[0].code}-DEMO"


@dataclass
class House:
    """Everybody who works in the demo, by login."""

    staff: dict[str, Staff] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    units: dict[tuple[str, str], Unit] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)

    def unit_of(self, login: str) -> Unit:
        unit = self.staff[login].unit
        assert unit is not None
        return unit


def open_house(villages: tuple[Village, ...], code: str) -> House:
    """Make all offices and staff; the clock stands before the first story."""
    house = House()
    regency, village = villages[0].regency or code, villages[0].name
    if not code.startswith(MADE_UP):
        regency += " (rekaan)"  # on a real map nobody shall take an office for the real one
    secret = make_password(PASSWORD)
    with writing_as("workforce"):
        for plan in OFFICES:
            _open_office(house, plan, code, regency, village)
        for number, person in enumerate(STAFF, 1):
            _engage(house, person, secret, number)
    for login, staff in house.staff.items():
        assert staff.account_id is not None
        house.actors[login] = actor_for(staff.account_id)
    return house


def find_house() -> House:
    """The same staff as the database has them."""
    house = House()
    house.offices = {plan.code: Office.objects.get(code=f"{plan.code}-DEMO") for plan in OFFICES}
    for unit in Unit.objects.filter(office__in=house.offices.values()).select_related("office"):
        house.units[unit.office.code.removesuffix("-DEMO"), unit.kind] = unit
    for plan in STAFF:
        staff = Staff.objects.select_related("office", "unit").get(account__email=f"{plan.login}@{DOMAIN}")
        assert staff.account_id is not None
        house.staff[plan.login] = staff
        house.actors[plan.login] = actor_for(staff.account_id)
    return house


def _open_office(house: House, plan: OfficePlan, code: str, regency: str, village: str) -> None:
    office: Office = Office.objects.create(
        kind=plan.kind, name=plan.name.format(regency=regency, village=village), code=f"{plan.code}-DEMO",
        region_code=code, address=plan.address.format(village=village), city=regency,
        phone="(0300) 555-01" + str(len(house.offices)), email=f"{plan.code.lower()}@{DOMAIN}",
        parent=house.offices.get(plan.parent), opened_on=date(2019, 1, 2),
        letterhead_over="PEMERINTAH KABUPATEN " + regency.upper() if plan.kind != "lks" else "",
        letterhead_name=plan.name.format(regency=regency, village=village).upper(),
    )  # fmt: skip
    house.offices[plan.code] = office
    for kind, name in plan.units:
        house.units[plan.code, kind] = Unit.objects.create(office=office, kind=kind, name=name)


def _engage(house: House, plan: StaffPlan, secret: str, number: int) -> None:
    office, unit = house.offices[plan.office], house.units[plan.office, plan.unit]
    account = Account.objects.create(
        email=f"{plan.login}@{DOMAIN}", display_name=plan.name, language=plan.language, password=secret
    )
    post, _made = Post.objects.get_or_create(unit=unit, title=plan.title, defaults={"planned": 3})
    staff: Staff = Staff.objects.create(
        account=account, full_name=plan.name, title_back=plan.back, office=office, unit=unit, post=post,
        active_from=date(2021, 3, 1), phone=f"0800-000-{number:03d}",
    )  # fmt: skip
    house.staff[plan.login] = staff
    for code in codes():
        EthicsAcceptance.objects.create(staff=staff, code_version=code.version, checksum=code.checksum)
    _give_role(staff, plan, unit, office)
    if plan.registered_for is not None:
        _give_papers(staff, plan.registered_for, number)


def _give_role(staff: Staff, plan: StaffPlan, unit: Unit, office: Office) -> None:
    second = needs_second_person(plan.role, plan.scope, protection=unit.kind == "protection")
    RoleGrant.objects.create(
        staff=staff, role=plan.role.value, scope=plan.scope.value,
        unit=unit if plan.scope.value == "unit" else None,
        office=office if plan.scope.value == "office" else None,
        valid_from=today(), needs_second=second, granted_by=SYSTEM_ID, in_force_at=now(),
        confirmed_by=new_id() if second else None, confirmed_at=now() if second else None,
    )  # fmt: skip


def _give_papers(staff: Staff, days: int, number: int) -> None:
    """A certificate, and a registration (STR) and permit (SIPPS) of five years that end ``days`` from now."""
    ends = datetime.now(UTC).date() + timedelta(days=days)
    issued = ends.replace(year=ends.year - 5, day=min(ends.day, 28))
    papers = [
        ("certificate", f"SKPS-REKAAN-{number:04d}", "Lembaga sertifikasi (rekaan)", None),
        ("str", f"STR-REKAAN-{number:04d}", "Organisasi profesi (rekaan)", ends),
    ]
    if number % 2:
        papers.append(("sipps", f"SIPPS-REKAAN-{number:04d}", "Pemerintah kabupaten (rekaan)", ends))
    for kind, text, issuer, until in papers:
        Credential.objects.create(
            staff=staff, kind=kind, number=text, issuer=issuer, issued_on=issued, expires_on=until,
            recorded_by=SYSTEM_ID,
        )  # fmt: skip
