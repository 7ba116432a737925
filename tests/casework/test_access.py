"""Who reaches a case: team, cover, unit, office; sealed persons; broken glass; clients."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from simpul.casework.commands.record_contact import record_contact
from simpul.casework.queries.case_file import case_file
from simpul.casework.queries.caseloads import cases_of_person, find_cases, my_caseload
from simpul.kernel.actor import Role, Scope
from simpul.kernel.clock import now
from simpul.kernel.errors import Hidden
from simpul.registry.models import Person, ProtectionTeam
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import BrokenGlass
from tests.casework.conftest import about
from tests.factories.casework import World, contact_given, intake, make_world
from tests.factories.workforce import actor_of, grant, make_staff, make_unit

pytestmark = pytest.mark.django_db


def test_scopes_reach_as_far_as_they_say(world: World) -> None:
    case_id = intake(world)
    fellow = make_staff(office=world.office, unit=world.unit)
    neighbour = make_staff(office=world.office, unit=make_unit(world.office), role="supervisor", scope="unit")
    abroad = make_world()
    for actor in (world.worker, world.supervisor, world.head):
        assert case_file(actor, case_id).row.id == case_id
    for actor in (actor_of(fellow), actor_of(neighbour), abroad.worker, abroad.head):
        with pytest.raises(Hidden):
            case_file(actor, case_id)
        assert find_cases(actor) == ()


def test_area_reaches_by_region(world: World) -> None:
    case_id = intake(world, region_code="99.01.02")
    province = make_staff(role=None)
    grant(province, "supervisor", "area", area="99.01")
    assert case_file(actor_of(province), case_id)
    elsewhere = make_staff(role=None)
    grant(elsewhere, "supervisor", "area", area="98")
    with pytest.raises(Hidden):
        case_file(actor_of(elsewhere), case_id)


def test_who_covers_reaches_what_the_absent_has(world: World) -> None:
    case_id = intake(world)
    other = actor_of(make_staff(office=world.office, unit=world.unit))
    covering = replace(other, covers=(world.worker_staff.id,))
    assert record_contact(covering, case_id, contact=contact_given())
    assert [row.id for row in my_caseload(covering)] == [case_id]


def test_sealed_clients_case_is_the_teams_alone(world: World) -> None:
    case_id = intake(world)
    with writing_as("registry"):
        Person.objects.filter(pk=world.client.id).update(sealed=True)
        ProtectionTeam.objects.create(
            person=world.client, staff_id=world.supervisor_staff.id, added_by=world.head.id
        )
    assert case_file(world.supervisor, case_id)
    for actor in (world.worker, world.head):
        with pytest.raises(Hidden):
            case_file(actor, case_id)
    assert find_cases(world.head, text=world.client.full_name) == ()
    assert cases_of_person(world.head, person_id=world.client.id) == ()


def break_glass(actor, person_id) -> None:
    with writing_as("safeguards"):
        BrokenGlass.objects.create(
            actor_id=actor.id, subject_id=person_id, reason="Polisi menelepon malam ini",
            ends_at=now() + timedelta(1),
            review_due=now() + timedelta(3),
        )  # fmt: skip


def test_broken_glass_reads_but_does_not_write_nor_open_a_seal(world: World, audited) -> None:
    case_id = intake(world)
    stranger = make_world().worker
    break_glass(stranger, world.client.id)
    assert case_file(stranger, case_id).row.id == case_id
    assert about(audited("case_file"), world.client.id)
    with pytest.raises(Hidden):
        record_contact(stranger, case_id, contact=contact_given())
    with writing_as("registry"):
        Person.objects.filter(pk=world.client.id).update(sealed=True)
    with pytest.raises(Hidden):
        case_file(stranger, case_id)


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR, Role.FRONT_DESK, Role.PARTNER, Role.PUBLIC])
def test_other_roles_do_not_open_files(world: World, role: Role) -> None:
    case_id = intake(world)
    grants = tuple(replace(one, role=role, scope=Scope.ALL) for one in world.worker.grants)
    with pytest.raises(Hidden):
        case_file(replace(world.worker, grants=grants), case_id)
