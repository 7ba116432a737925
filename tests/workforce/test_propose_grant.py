"""Who may give which role to whom, how far, and with whose second signature."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.kernel.actor import Role, Scope, with_grants
from simpul.kernel.clock import today
from simpul.kernel.errors import Hidden, InvalidInput, Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.models import AuditLine
from simpul.workforce import departure
from simpul.workforce.commands.confirm_grant import confirm_grant
from simpul.workforce.commands.propose_grant import propose_grant
from simpul.workforce.commands.revoke_grant import revoke_grant
from simpul.workforce.errors import NotYours, RolesClash
from simpul.workforce.models import RoleGrant
from simpul.workforce.queries.pending_grants import pending_grants
from tests.factories.workforce import actor_of, grant, make_office, make_staff, make_unit
from tests.workforce.conftest import House

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
NEXT_YEAR = today() + timedelta(days=300)


def test_ordinary_role_is_in_force_at_once(house: House) -> None:
    newcomer = make_staff(role=None, office=house.office)
    propose_grant(house.act("head"), newcomer.id, role="social_worker", scope="own")
    assert actor_of(newcomer).roles == {Role.SOCIAL_WORKER}


def test_powerful_role_waits_for_a_second_person(house: House) -> None:
    newcomer = make_staff(role=None, office=house.office)
    grant_id = propose_grant(
        house.act("admin"), newcomer.id, role="head_of_office", scope="office", expires=NEXT_YEAR
    )
    assert actor_of(newcomer).roles == set()
    assert [row.id for row in pending_grants(house.act("other_admin"))] == [grant_id]
    with pytest.raises(NotYours, match="proposed"):
        confirm_grant(house.act("admin"), grant_id)
    confirm_grant(house.act("other_admin"), grant_id)
    assert actor_of(newcomer).roles == {Role.HEAD_OF_OFFICE}
    assert pending_grants(house.act("admin")) == ()


def test_holder_cannot_confirm_his_own_role(house: House) -> None:
    grant_id = propose_grant(
        house.act("admin"), house.head.id, role="head_of_office", scope="office", expires=NEXT_YEAR
    )
    with pytest.raises(NotYours, match="for you"):
        confirm_grant(house.act("head"), grant_id)


def test_nobody_gives_to_himself(house: House) -> None:
    with pytest.raises(NotYours):
        propose_grant(house.act("head"), house.head.id, role="supervisor", scope="office")
    assert AuditLine.objects.filter(act="workforce.propose_grant", outcome="refused").count() == 1


def test_nobody_gives_further_than_his_own_reach(house: House) -> None:
    other = make_office(region_code="98.01")
    stranger = make_staff(office=other)
    with pytest.raises(Hidden):
        propose_grant(house.act("admin"), stranger.id, role="front_desk", scope="own")
    with pytest.raises(Hidden):
        propose_grant(
            house.act("head"), house.worker.id, role="supervisor", scope="office", office_id=other.id
        )
    with pytest.raises(Hidden):
        propose_grant(house.act("admin"), house.worker.id, role="supervisor", scope="area", area="98")


def test_head_does_not_make_administrators(house: House) -> None:
    with pytest.raises(NotYours):
        propose_grant(house.act("head"), house.worker.id, role="admin", scope="office", expires=NEXT_YEAR)


def test_supervisor_of_a_protection_team_needs_two(house: House) -> None:
    team = make_unit(house.office, kind="protection")
    boss = make_staff(role=None, unit=team)
    propose_grant(
        house.act("head"), boss.id, role="supervisor", scope="unit", unit_id=team.id, expires=NEXT_YEAR
    )
    assert actor_of(boss).roles == set()


def test_powerful_role_needs_a_last_day(house: House) -> None:
    with pytest.raises(InvalidInput) as caught:
        propose_grant(house.act("admin"), house.worker.id, role="head_of_office", scope="office")
    assert [fault.field for fault in caught.value.faults] == ["expires"]


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        ("auditor", "social_worker"),
        ("social_worker", "auditor"),
        ("social_worker", "admin"),
        ("admin", "auditor"),
    ],
)
def test_incompatible_roles_are_refused_with_a_sentence(house: House, held: str, wanted: str) -> None:
    person = make_staff(role=held, scope="office", office=house.office)
    with pytest.raises(RolesClash) as caught:
        propose_grant(house.act("admin"), person.id, role=wanted, scope="office", expires=NEXT_YEAR)
    assert "audit" in str(caught.value.text) or "cases" in str(caught.value.text)


def test_clash_that_arose_after_the_proposal_stops_the_confirmation(house: House) -> None:
    person = make_staff(role=None, office=house.office)
    grant_id = propose_grant(house.act("admin"), person.id, role="auditor", scope="office", expires=NEXT_YEAR)
    grant(person, "front_desk")
    with pytest.raises(RolesClash):
        confirm_grant(house.act("other_admin"), grant_id)
    assert RoleGrant.objects.get(pk=grant_id).in_force_at is None


def test_who_still_carries_cases_does_not_become_administrator(house: House) -> None:
    person = make_staff(role=None, office=house.office)

    def cases(_staff_id: object) -> list[departure.Duty]:
        return [departure.Duty(Text(N_("Cases")), 3)]

    departure.register(cases)
    try:
        with pytest.raises(RolesClash, match="3 duties"):
            propose_grant(house.act("admin"), person.id, role="admin", scope="office", expires=NEXT_YEAR)
    finally:
        departure.unregister(cases)


def test_worker_may_not_propose(house: House) -> None:
    with pytest.raises(Refused):
        propose_grant(house.act("worker"), house.colleague.id, role="supervisor", scope="unit")


def test_revoked_role_ends_with_the_next_request(house: House) -> None:
    one = house.worker.grants.get()
    revoke_grant(house.act("head"), one.id)
    assert actor_of(house.worker).roles == set()
    with pytest.raises(Refused, match="already"):
        revoke_grant(house.act("head"), one.id)


def test_planted_actor_with_forged_grant_still_cannot_reach_another_area(house: House) -> None:
    """The sabotage: an actor whose grant says ``office`` of a stranger. The reach, not the role, decides."""
    forged = with_grants(house.act("head"), [house.act("head").grants[0].__class__(Role.ADMIN, Scope.OFFICE)])
    with pytest.raises(Hidden):
        propose_grant(forged, make_staff().id, role="front_desk", scope="own")
