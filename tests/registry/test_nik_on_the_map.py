"""The district in a NIK against the loaded regions: it only warns, and the past of the map counts."""

from __future__ import annotations

import pytest

from simpul.reference.models import Region
from simpul.reference.queries.districts import district_was_on_map
from simpul.registry.commands.record_identity_number import record_identity_number
from simpul.registry.commands.register_person import register_person
from simpul.registry.models import IdentityNumber
from simpul.registry.queries.person_file import person_file
from simpul.safeguards.guarded import writing_as
from tests.factories.registry import make_person
from tests.registry.conftest import Town

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture(autouse=True)
def _map(town: Town) -> None:
    """One regency of East Java: a district that stands, one that was split."""
    facts = {"title": "", "short_title": "", "level": "district", "source": "test", "certainty": "own"}
    with writing_as("reference"):
        Region.objects.filter(code__startswith="35.").delete()
        for code, ended in (("35.73.01", None), ("35.73.09", "2010-01-01")):
            Region.objects.create(
                code=code, name=code, parent_code="35.73", name_key=code, words=code, valid_to=ended, **facts
            )


def warnings_of(town: Town, nik: str) -> list[str]:
    person = make_person("Sulastri", nik=nik, care_team=(town.worker_staff.id,))
    (number,) = person_file(town.worker, person.id).numbers
    return [str(text) for text in number.warnings]


def test_a_district_that_never_was_warns_and_stops_nothing(town: Town) -> None:
    assert warnings_of(town, "3573994509750009") == [
        "No district 35.73.99 is on the map; districts are renumbered at times."
    ]
    made = register_person(
        town.worker, full_name="Sri Lestari", sex="f", birth="5-9-1980", nik="3573994509800009"
    )
    assert IdentityNumber.objects.get(person_id=made).status == "recorded"
    other = make_person("Tanpa nomor", care_team=(town.worker_staff.id,))
    record_identity_number(town.worker, other.id, kind="nik", number="3573984509750009")
    assert IdentityNumber.objects.get(person=other).status == "recorded"


def test_districts_that_stand_and_those_that_were_split_are_known(town: Town) -> None:
    assert warnings_of(town, "3573014509750009") == []
    assert warnings_of(town, "3573094509750009") == []


def test_a_map_that_does_not_reach_so_far_says_nothing(town: Town) -> None:
    assert district_was_on_map(town.worker, code="36.01.01") is None
    assert warnings_of(town, "3601014509750009") == []


def test_a_province_that_only_the_loaded_map_knows_is_known(town: Town) -> None:
    assert len(warnings_of(town, "9801014509750009")) == 1
    with writing_as("reference"):
        Region.objects.create(
            code="98.01.01", name="Rekaan", title="", short_title="", level="district", parent_code="98.01",
            name_key="rekaan", words="rekaan", source="test", certainty="own", fictional=True,
        )  # fmt: skip
    assert warnings_of(town, "9801014509750010") == []


def test_planted_forgetful_map_warns_of_a_district_that_was_split(town: Town) -> None:
    with writing_as("reference"):
        Region.objects.filter(valid_to__isnull=False).delete()
    assert len(warnings_of(town, "3573094509750009")) == 1
