"""Correcting: whole, by version, refiled, logged without content."""

from __future__ import annotations

import pytest

from simpul.kernel.errors import Conflict, Hidden, InvalidInput
from simpul.registry.commands.correct_person import correct_person
from simpul.registry.models import Person
from simpul.registry.queries.person_file import person_file
from simpul.registry.queries.search import search_persons
from simpul.safeguards.audit import readings_of
from tests.factories.registry import make_person
from tests.registry.conftest import Town

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_correct_person_changes_name_and_keys(town: Town) -> None:
    person = make_person("Sulastri", office_id=town.office.id, care_team=(town.worker_staff.id,))
    correct_person(
        town.worker, person.id, version=1, full_name="Wagiyem", aliases=("Yem",), birth="1975", sex="f",
        functional_difficulties={"seeing": "3"},
    )  # fmt: skip
    assert [row.person_id for row in search_persons(town.worker, name="yem")] == [person.id]
    assert search_persons(town.worker, name="Sulastri") == ()
    file = person_file(town.worker, person.id)
    assert (file.version, file.difficulties, file.banner.birth_precision) == (2, {"seeing": "3"}, "year")
    (line,) = [one for one in readings_of(person.id) if one.act == "registry.correct_person"]
    assert "full_name" in line.facts["changed"]
    assert "Wagiyem" not in str(line.facts)


def test_correct_person_of_an_older_version_loses_nothing(town: Town) -> None:
    person = make_person("Sulastri", care_team=(town.worker_staff.id,))
    correct_person(town.worker, person.id, version=1, full_name="Sulastri A")
    with pytest.raises(Conflict):
        correct_person(town.worker, person.id, version=1, full_name="Sulastri B")
    assert Person.objects.get(pk=person.id).full_name == "Sulastri A"


def test_correct_person_with_death_before_birth_is_told_so(town: Town) -> None:
    from datetime import date

    person = make_person("Sulastri", care_team=(town.worker_staff.id,))
    with pytest.raises(InvalidInput) as stopped:
        correct_person(
            town.worker,
            person.id,
            version=1,
            full_name="Sulastri",
            birth="1975",
            deceased_on=date(1970, 1, 1),
        )
    assert stopped.value.faults[0].field == "deceased_on"


def test_correct_person_outside_reach_is_hidden(town: Town) -> None:
    person = make_person("Sulastri", office_id=town.office.id)
    with pytest.raises(Hidden):
        correct_person(town.stranger, person.id, version=1, full_name="X")
