"""An account becomes an actor with exactly the grants that stand today."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from simpul.kernel.actor import SYSTEM_ID, ActorKind, Role, Scope
from simpul.kernel.clock import now, today
from simpul.kernel.refs import new_id
from simpul.safeguards.guarded import writing_as
from simpul.workforce.acting import actor_for
from simpul.workforce.models import Cover, RoleGrant
from tests.factories.workforce import actor_of, grant, make_account, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_staff_act_with_their_grant_office_and_unit(django_assert_max_num_queries) -> None:
    worker = make_staff(role="supervisor", scope="unit")
    with django_assert_max_num_queries(3):
        actor = actor_for(worker.account_id)
    assert actor.kind is ActorKind.STAFF
    assert (actor.staff_id, actor.office_id, actor.unit_id) == (worker.id, worker.office_id, worker.unit_id)
    assert [(one.role, one.scope, one.unit_id) for one in actor.grants] == [
        (Role.SUPERVISOR, Scope.UNIT, worker.unit_id)
    ]


def test_expired_future_and_revoked_grants_fall_away() -> None:
    worker = make_staff(role=None)
    yesterday = today() - timedelta(days=1)
    grant(worker, "front_desk", expires=yesterday, valid_from=yesterday)
    grant(worker, "volunteer", valid_from=today() + timedelta(days=1))
    grant(worker, "supervisor", revoked_by=SYSTEM_ID, revoked_at=now())
    assert actor_of(worker).grants == ()
    grant(worker, "social_worker", expires=today())
    assert actor_of(worker).roles == {Role.SOCIAL_WORKER}


def test_out_of_service_or_closed_account_acts_as_the_public() -> None:
    gone = make_staff(active_from=today() - timedelta(days=9), active_until=today() - timedelta(days=1))
    assert actor_of(gone).kind is ActorKind.PUBLIC
    closed = make_staff()
    closed.account.is_active = False
    closed.account.save()
    assert actor_of(closed).kind is ActorKind.PUBLIC


def test_client_reaches_only_herself() -> None:
    person = new_id()
    actor = actor_of(make_account(person_id=person))
    assert (actor.kind, actor.person_id, actor.roles) == (ActorKind.CLIENT, person, {Role.CLIENT})


def test_cover_makes_the_absent_ones_records_ones_own_until_its_last_day() -> None:
    absent, covering = make_staff(), make_staff()
    day = today()
    with writing_as("workforce"):
        Cover.objects.create(
            absent=absent, covering=covering, starts_on=day, ends_on=day, arranged_by=SYSTEM_ID
        )
        Cover.objects.create(
            absent=make_staff(), covering=covering, starts_on=day - timedelta(days=5),
            ends_on=day - timedelta(days=1), arranged_by=SYSTEM_ID,
        )  # fmt: skip
    actor = actor_of(covering)
    assert actor.covers == (absent.id,)
    assert actor.staff_ids == (covering.id, absent.id)
    assert actor_of(absent).covers == ()


def powerful(**facts: object) -> RoleGrant:
    staff = make_staff(role=None)
    values = {
        "staff": staff, "role": "admin", "scope": "office", "office": staff.office, "needs_second": True,
        "granted_by": new_id(), "confirmed_by": new_id(), "confirmed_at": now(), "in_force_at": now(),
    }  # fmt: skip
    values.update(facts)
    for key, value in values.items():
        if value == "the holder":
            values[key] = staff.id
        if value == "the giver":
            values[key] = values["granted_by"]
    with writing_as("workforce"), transaction.atomic():
        made: RoleGrant = RoleGrant.objects.create(**values)
    return made


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"confirmed_by": None, "confirmed_at": None}, "no_force_without_second"),
        ({"needs_second": False}, "powerful_needs_second"),
        ({"granted_by": "the holder"}, "not_to_oneself"),
        ({"confirmed_by": "the holder"}, "four_eyes"),
        ({"confirmed_by": "the giver"}, "four_eyes"),
        ({"office": None}, "scope_names_its_place"),
        ({"confirmed_at": None}, "confirmation_paired"),
        ({"revoked_at": now()}, "revocation_paired"),
        ({"role": "king"}, "role_known"),
    ],
)
def test_database_itself_refuses_a_grant_past_four_eyes(facts: dict[str, object], constraint: str) -> None:
    powerful()
    with pytest.raises(IntegrityError, match=constraint):
        powerful(**facts)
