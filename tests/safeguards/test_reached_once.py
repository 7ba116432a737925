"""Readings of one page load their record once, and only where they reach the same."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from simpul.casework.models import Case
from simpul.casework.policies import case_reach
from simpul.casework.queries.case_file import case_file
from simpul.casework.queries.timeline import case_timeline
from simpul.kernel.actor import Actor, ActorKind, Grant, Role, Scope
from simpul.kernel.errors import Hidden
from simpul.kernel.refs import new_id
from simpul.safeguards import reach as reaching
from simpul.safeguards.gate import ACTS
from simpul.safeguards.permissions import standing_grants
from simpul.safeguards.unit import reading_unit
from tests.factories.casework import intake, make_world

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def somebody(role: Role, scope: Scope) -> Actor:
    unit, office = new_id(), new_id()
    grant = Grant(role, scope, unit, office, "35" if scope is Scope.AREA else "")
    return Actor(new_id(), ActorKind.STAFF, (grant,), staff_id=new_id(), office_id=office, unit_id=unit)


def unlike(reach: reaching.Reach) -> list[tuple[str, str]]:
    """Pairs of acts that equal grants carry and that this reach tells apart all the same."""
    found = []
    for role, scope in itertools.product((Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.FRONT_DESK), Scope):
        actor = somebody(role, scope)
        seen: dict[Any, tuple[str, str]] = {}
        for act in sorted(ACTS):
            grants = standing_grants(actor, act)
            if grants:
                with reading_unit():
                    asked = str(Case.objects.filter(reach(actor, act)).only("pk").query)
                first = seen.setdefault(grants, (act, asked))
                if first[1] != asked:
                    found.append((first[0], act))
    return found


def test_case_reach_asks_for_grants_alone() -> None:
    assert case_reach in reaching.BY_GRANTS_ALONE
    assert unlike(case_reach) == []


def test_planted_reach_that_asks_for_the_act_is_seen() -> None:
    def wider_for_the_file(actor: Actor, act: str) -> Q:
        return reaching.EVERYTHING if act == "casework.case_file" else case_reach(actor, act)

    assert unlike(wider_for_the_file)


def loads(statements: list[dict[str, str]]) -> int:
    return sum(
        one["sql"].startswith('SELECT "casework_case"."id"') and "presenting" in one["sql"]
        for one in statements
    )


def test_file_and_history_load_the_case_once_a_page() -> None:
    world = make_world()
    case_id = intake(world)
    with CaptureQueriesContext(connection) as asked, reading_unit():
        case_file(world.worker, case_id)
        case_timeline(world.worker, case_id)
    assert loads(asked.captured_queries) == 1
    with CaptureQueriesContext(connection) as asked:
        case_file(world.worker, case_id)
        case_timeline(world.worker, case_id)
    assert loads(asked.captured_queries) == 2


def test_what_one_reached_is_not_reached_by_another_on_the_same_page() -> None:
    world = make_world()
    case_id = intake(world)
    with reading_unit():
        case_file(world.worker, case_id)
        with pytest.raises(Hidden):
            case_timeline(somebody(Role.SOCIAL_WORKER, Scope.OWN), case_id)
