"""An empty house gets its first office and two administrators who answer for each other; once."""

from __future__ import annotations

import pytest

from simpul.kernel.actor import Role, system_actor
from simpul.kernel.errors import InvalidInput, Refused
from simpul.workforce.commands.found_house import found_house
from simpul.workforce.models import RoleGrant, Staff
from tests.factories.workforce import actor_of
from tests.workforce.conftest import House

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
FACTS = {"kind": "dinsos", "name": "Dinsos Contoh", "code": "ds-1", "region_code": "99.01"}
TWO = [("Sri Wahyuni", "sri@contoh.example"), ("Agus Salim", "agus@contoh.example")]


def test_two_administrators_confirm_each_other() -> None:
    links = found_house(system_actor(), administrators=TWO, **FACTS)
    assert len(set(links)) == 2
    assert all("/akun/kata-sandi/pilih/" in link for link in links)
    one, other = Staff.objects.order_by("full_name")
    assert {grant.confirmed_by for grant in RoleGrant.objects.filter(staff=one)} == {other.id}
    assert actor_of(one).roles == actor_of(other).roles == {Role.ADMIN}


def test_one_person_alone_founds_nothing() -> None:
    for people in ([TWO[0]], [TWO[0], TWO[0]]):
        with pytest.raises(InvalidInput):
            found_house(system_actor(), administrators=people, **FACTS)
    assert not Staff.objects.exists()


def test_a_house_with_people_is_not_founded_again(house: House) -> None:
    with pytest.raises(Refused, match="people already"):
        found_house(system_actor(), administrators=TWO, **FACTS)


def test_nobody_but_the_machine_founds(house: House) -> None:
    with pytest.raises(Refused):
        found_house(house.act("admin"), administrators=TWO, **FACTS)
