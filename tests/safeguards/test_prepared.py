"""A statement that is kept finds what one made anew finds, and nothing of one question stays for the next."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import F, QuerySet
from django.test.utils import CaptureQueriesContext

from simpul.casework.models import Case, Contact, Plan, RiskRating
from simpul.kernel.clock import now
from simpul.safeguards import prepared
from simpul.safeguards.prepared import ask_together
from simpul.safeguards.together import together
from tests.factories.casework import contact_given, intake, make_world, walk_to

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def of_case(case: uuid.UUID, before: datetime, client: uuid.UUID | None = None) -> dict[str, QuerySet[Any]]:
    sets: dict[str, QuerySet[Any]] = {
        "contacts": Contact.objects.filter(case=case, happened_at__lte=before).order_by("-happened_at")[:2],
        "plans": Plan.objects.filter(case=case).annotate(opened=F("case__opened_at")),
        "ratings": RiskRating.objects.filter(case=case) if client else RiskRating.objects.none(),
    }
    return sets


def listed(ids: Sequence[uuid.UUID]) -> dict[str, QuerySet[Any]]:
    return {"cases": Case.objects.filter(pk__in=ids).only("id", "reference")}


def on_day(day: date) -> dict[str, QuerySet[Any]]:
    return {"plans": Plan.objects.filter(review_on__gte=day)}


def of_the_clock() -> dict[str, QuerySet[Any]]:
    """What a maker must not do: find the moment by itself."""
    return {"contacts": Contact.objects.filter(happened_at__lte=now())}


@pytest.fixture
def cases() -> tuple[uuid.UUID, uuid.UUID]:
    from simpul.casework.commands.record_contact import record_contact

    world = make_world()
    first, second = intake(world), intake(world, client_id=None)
    walk_to(world, first, "intervention")
    for minutes in (10, 20, 30):
        record_contact(world.worker, first, contact=contact_given(minutes=minutes))
    return first, second


def alike(found: dict[str, list[Any]], alone: dict[str, list[Any]]) -> bool:
    told = [
        {name: sorted((one.pk, sorted(vars(one))) for one in records) for name, records in sets.items()}
        for sets in (found, alone)
    ]
    return told[0] == told[1]


def test_it_finds_what_a_statement_made_anew_finds(cases: tuple[uuid.UUID, uuid.UUID]) -> None:
    moment = now() + timedelta(hours=1)
    for case in cases:
        client = Case.objects.get(pk=case).client_id
        found = ask_together(of_case, case=case, before=moment, client=client)
        assert alike(found, together(of_case(case, moment, client)))
    assert len(ask_together(of_case, case=cases[0], before=moment, client=None)["contacts"]) == 2
    plan = ask_together(of_case, case=cases[0], before=moment, client=None)["plans"][0]
    assert plan.opened == Case.objects.get(pk=cases[0]).opened_at
    assert ask_together(on_day, day=plan.review_on)["plans"]
    assert not ask_together(on_day, day=plan.review_on + timedelta(days=1))["plans"]


def test_each_question_has_its_own_facts(cases: tuple[uuid.UUID, uuid.UUID]) -> None:
    later, sooner = now() + timedelta(hours=1), now() - timedelta(days=3650)
    assert ask_together(of_case, case=cases[0], before=later, client=None)["contacts"]
    assert not ask_together(of_case, case=cases[1], before=later, client=None)["contacts"]
    assert not ask_together(of_case, case=cases[0], before=sooner, client=None)["contacts"]
    assert not ask_together(of_case, case=cases[0], before=later, client=None)["ratings"]
    assert ask_together(of_case, case=cases[0], before=later, client=uuid.uuid4())["ratings"]


def test_the_statement_is_put_together_once(cases: tuple[uuid.UUID, uuid.UUID]) -> None:
    prepared._prepared.cache_clear()
    with CaptureQueriesContext(connection) as asked:
        for case in (*cases, *cases):
            ask_together(of_case, case=case, before=now(), client=None)
    assert len(asked) == 4
    assert prepared._prepared.cache_info().misses == 1


def test_a_list_of_any_length_is_asked_for(cases: tuple[uuid.UUID, uuid.UUID]) -> None:
    many = [*cases, *(uuid.uuid4() for _time in range(8))]
    for ids in ([], [cases[1]], list(cases), many, [uuid.uuid4() for _time in range(130)] + list(cases)):
        found = {one.id for one in ask_together(listed, ids=ids)["cases"]}
        assert found == set(ids) & set(cases)


def test_planted_moment_of_the_maker_is_refused() -> None:
    """It would stand still: the second question would be answered as of the first."""
    with pytest.raises(RuntimeError, match="of_the_clock"):
        ask_together(of_the_clock)


def test_planted_identifier_of_the_maker_is_refused(cases: tuple[uuid.UUID, uuid.UUID]) -> None:
    def of_one(before: datetime) -> dict[str, QuerySet[Any]]:
        return {"contacts": Contact.objects.filter(case=cases[0], happened_at__lte=before)}

    with pytest.raises(RuntimeError, match="of_one"):
        ask_together(of_one, before=now())
