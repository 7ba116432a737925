"""Offices, their teams and posts."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import Any

import pytest

from simpul.kernel.errors import Conflict, InvalidInput
from simpul.workforce.commands.correct_office import correct_office
from simpul.workforce.commands.open_office import open_office
from simpul.workforce.commands.open_unit import open_unit
from simpul.workforce.commands.plan_post import plan_post
from simpul.workforce.models import Office, Post, Staff
from simpul.workforce.queries.office_tree import my_offices, office_card, office_tree, offices_to_ask
from tests.workforce.conftest import House

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_office_is_opened_below_its_parent_with_teams_and_posts(
    house: House, django_assert_num_queries
) -> None:
    admin = house.act("admin")
    branch = open_office(
        admin, kind="uptd_ppa", name="UPTD PPA", code="ppa-1", region_code="99.01", parent_id=house.office.id
    )
    unit = open_unit(admin, branch, name="Tim Perlindungan", kind="protection")
    plan_post(admin, unit, title="Peksos", planned=2)
    plan_post(admin, unit, title="Peksos", planned=3)
    assert Post.objects.get().planned == 3
    with django_assert_num_queries(5):
        tree = {node.name: node for node in office_tree(admin)}
    assert (tree["UPTD PPA"].depth, tree["UPTD PPA"].code) == (1, "PPA-1")
    assert [(row.name, row.kind, row.planned) for row in tree["UPTD PPA"].units] == [
        ("Tim Perlindungan", "protection", 3)
    ]
    assert tree[house.office.name].staff == 6


def test_office_outside_ones_area_is_refused(house: House) -> None:
    with pytest.raises(InvalidInput) as caught:
        open_office(house.act("admin"), kind="dinsos", name="X", code="X1", region_code="98.01")
    assert [fault.field for fault in caught.value.faults] == ["region_code"]
    assert not Office.objects.filter(code="X1").exists()


def test_every_fault_is_told_at_once(house: House) -> None:
    with pytest.raises(InvalidInput) as caught:
        open_office(house.act("admin"), kind="castle", name=" ", code=house.office.code, region_code="99")
    assert {fault.field for fault in caught.value.faults} == {"kind", "name", "code"}


def test_loser_of_a_race_is_told(house: House) -> None:
    head = house.act("head")
    correct_office(
        head, house.office.id, version=1, name="Dinsos Baru", letterhead_over="PEMERINTAH KABUPATEN"
    )
    with pytest.raises(Conflict):
        correct_office(head, house.office.id, version=1, name="Dinsos Lain")
    card = office_card(head, office_id=house.office.id)
    assert card is not None
    assert (card.name, card.letterhead_over, card.version) == ("Dinsos Baru", "PEMERINTAH KABUPATEN", 2)


def test_where_to_ask_is_told_in_one_statement(house: House, django_assert_num_queries: Any) -> None:
    head = house.act("head")
    correct_office(head, house.office.id, version=1, name="Dinsos Baru", phone="0341 123456")
    with django_assert_num_queries(1):
        told = offices_to_ask(head, ids=[house.office.id, house.office.id, uuid.uuid4()])
    assert told == {house.office.id: "Dinsos Baru, 0341 123456"}


def test_a_card_counts_the_people_of_its_own_teams_alone(house: House) -> None:
    card = office_card(house.act("head"), office_id=house.office.id)
    assert card is not None
    theirs = Counter(Staff.objects.filter(active_until=None).values_list("unit_id", flat=True))
    assert {unit.id: unit.staff for unit in card.units} == {unit.id: theirs[unit.id] for unit in card.units}
    assert any(unit.staff for unit in card.units)


def test_team_name_once_per_office(house: House) -> None:
    with pytest.raises(InvalidInput, match="look"):
        open_unit(house.act("head"), house.office.id, name="Tim Layanan")


def test_one_administers_what_one_reaches(house: House) -> None:
    open_office(house.act("admin"), kind="lks", name="LKS", code="L1", region_code="99.02")
    assert {row.name for row in my_offices(house.act("admin"))} == {house.office.name, "LKS"}
    assert {row.name for row in my_offices(house.act("head"))} == {house.office.name}
