"""Somebody begins: staff record, account, invitation by neutral mail."""

from __future__ import annotations

import re

import pytest
from django.core import mail

from simpul.jobs.worker import work_off
from simpul.kernel.errors import Conflict, Hidden, InvalidInput, Refused
from simpul.workforce.commands.correct_staff import correct_staff
from simpul.workforce.commands.engage_staff import engage_staff
from simpul.workforce.commands.invite_staff import invite_staff
from simpul.workforce.models import Staff
from simpul.workforce.queries.staff_list import staff_list
from simpul.workforce.queries.staff_profile import staff_profile
from tests.factories.workforce import actor_of, make_staff, make_unit
from tests.workforce.conftest import House

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_newcomer_gets_a_link_and_no_role(house: House) -> None:
    staff_id = engage_staff(
        house.act("head"), house.office.id, full_name="Wayan Sari", email="Wayan@Contoh.example"
    )
    work_off()
    staff = Staff.objects.get(pk=staff_id)
    assert staff.account.email == "wayan@contoh.example"
    assert not staff.account.has_usable_password()
    assert actor_of(staff).grants == ()
    (letter,) = mail.outbox
    assert re.search(r"/akun/kata-sandi/pilih/\S+", letter.body)
    assert house.office.name not in letter.subject + letter.body
    assert "Wayan" not in letter.subject + letter.body


def test_mail_is_sent_only_when_all_is_saved(house: House) -> None:
    with pytest.raises(InvalidInput):
        engage_staff(house.act("head"), house.office.id, full_name="", email="a@contoh.example")
    work_off()
    assert mail.outbox == []


def test_known_address_and_wrong_nip_are_faults(house: House) -> None:
    with pytest.raises(InvalidInput) as caught:
        engage_staff(
            house.act("head"), house.office.id, full_name="A", email=house.worker.account.email, nip="12"
        )
    assert {fault.field for fault in caught.value.faults} == {"email", "nip"}


def test_head_engages_only_in_his_office(house: House) -> None:
    with pytest.raises(Hidden):
        engage_staff(house.act("head"), make_staff().office_id, full_name="A")


def test_invitation_again_but_not_to_a_closed_account(house: House) -> None:
    invite_staff(house.act("head"), house.worker.id)
    work_off()
    assert len(mail.outbox) == 1
    house.worker.account.is_active = False
    house.worker.account.save()
    with pytest.raises(Refused, match="closed"):
        invite_staff(house.act("head"), house.worker.id)


def test_new_team_leaves_roles_over_the_old_one_behind(house: House) -> None:
    team = make_unit(house.office)
    head = house.act("head")
    correct_staff(head, house.supervisor.id, version=1, full_name="Ibu Ratna", unit_id=team.id)
    assert actor_of(house.supervisor).grants == ()
    profile = staff_profile(head, house.supervisor.id)
    assert (profile.full_name, profile.unit_id, profile.version) == ("Ibu Ratna", team.id, 2)
    with pytest.raises(Conflict):
        correct_staff(head, house.supervisor.id, version=1, full_name="Lain")


def test_list_shows_colleagues_within_reach_only(house: House, django_assert_max_num_queries) -> None:
    make_staff(full_name="Orang Lain")
    head = house.act("head")
    with django_assert_max_num_queries(3):
        rows = staff_list(head)
    assert len(rows) == 6
    assert [row.id for row in staff_list(house.act("worker"))] == [house.worker.id]
    assert [row.roles for row in staff_list(house.act("head"), roles=["supervisor"])] == [("supervisor",)]
