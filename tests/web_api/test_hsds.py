"""The open directory as machines read it: sound, paged, honest about what is new, silent about shelters."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from simpul.directory.commands.add_place import add_place
from simpul.directory.commands.check_service import check_service
from simpul.directory.commands.tell_capacity import tell_capacity
from simpul.directory.queries import _hsds_records
from simpul.directory.rules.hsds.checking import faults_in
from simpul.directory.rules.hsds.names import term_id
from simpul.kernel.actor import Actor
from simpul.reference.loader import load_all
from simpul.web.api import pace
from tests.directory.entries import SECRET, make_agency, make_service, make_shelter
from tests.factories.workforce import actor_of, login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
LISTS = {
    "services": "service", "organizations": "organization", "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy", "taxonomy_terms": "taxonomy_term",
}  # fmt: skip


@pytest.fixture
def worker(db: None) -> Iterator[Actor]:
    load_all()
    pace._counts.clear()
    yield actor_of(make_staff())


def full_directory(worker: Actor) -> dict[str, Any]:
    """An agency with a place and a service that fills every field, and a shelter."""
    agency = make_agency(worker, name="Dukcapil", psks="", email="loket@contoh.id", website="https://contoh.id/x",
                         phone="0300-1", description="Kantor catatan sipil")  # fmt: skip
    place = add_place(
        worker, agency, name="Loket", address="Jalan 1", region_code="35.69.01.2001", latitude=-6.05,
        longitude=113.75, access=("wheelchair",),
    )  # fmt: skip
    service = make_service(
        worker, agency, name="Akta lahir", terms=("birth-certificate", "family-card"), place_id=place,
        openings="MO-TH 08:00-15:30\nFR 08:00-24:00", covers=("35.69",), cost="free", age_from=0, age_to=18,
        papers=("ktp", "kk"), steps=("Datang", "Isi"), rights="Gratis menurut undang-undang.", sexes="f",
        languages=("Indonesia", "Madura"), eligibility="Semua warga", comes_home=True, open_on_holidays=True,
    )  # fmt: skip
    tell_capacity(worker, service, capacity=5, free_places=2, waiting_days=3)
    return {"agency": agency, "place": place, "service": service, "shelter": make_shelter(worker)}


def read(client: Client, path: str, **asked: Any) -> Any:
    answer = client.get(f"/api/hsds/{path}", asked)
    assert answer.status_code == 200, answer.content[:300]
    return json.loads(answer.content)


def everything(client: Client) -> str:
    """Every list in every form, and the first records of each, as one text."""
    texts = [client.get("/api/hsds/").content, client.get("/api/hsds/openapi.json").content]
    for name in LISTS:
        for form in ("", "full=true", "minimal=true", "full=true&full_service=true"):
            answer = client.get(f"/api/hsds/{name}?per_page=1000&{form}")
            texts.append(answer.content)
        lines = client.get(f"/api/hsds/{name}?format=ndjson&full=true")
        texts.append(b"".join(lines.streaming_content))  # type: ignore[arg-type]
        for one in json.loads(client.get(f"/api/hsds/{name}?per_page=5").content)["contents"]:
            texts.append(client.get(f"/api/hsds/{name}/{one['id']}?full_service=true").content)
    return b"".join(texts).decode()


def test_every_list_and_record_is_sound(client: Client, worker: Actor) -> None:
    full_directory(worker)
    for name, form in itertools.product(
        LISTS, ({}, {"full": "true"}, {"full": "true", "full_service": "true"})
    ):
        page = read(client, name, per_page=1000, **form)
        assert page["contents"] and not page["empty"]
        for one in page["contents"]:
            assert faults_in(one, LISTS[name]) == [], one
        one = page["contents"][-1]
        assert faults_in(read(client, f"{name}/{one['id']}", **form), LISTS[name]) == []


def test_a_service_says_everything_that_is_known(client: Client, worker: Actor) -> None:
    made = full_directory(worker)
    one = read(client, f"services/{made['service']}")
    assert one["organization"]["name"] == "Dukcapil" and one["phones"][0]["number"] == "0300-1"
    assert one["service_areas"][0]["extent"] == "35.69" and one["cost_options"][0]["amount"] == 0
    assert len(one["required_documents"]) == 2 and one["capacities"][0]["available"] == 2
    (at,) = one["service_at_locations"]
    assert at["location"]["addresses"][0]["country"] == "ID" and at["location"]["latitude"] == -6.05
    assert [(s["byday"], s["opens_at"], s["closes_at"], s["timezone"]) for s in at["schedules"]] == [
        ("MO,TU,WE,TH", "08:00", "15:30", 7), ("FR", "08:00", "24:00", 7)
    ]  # fmt: skip
    told = {a["taxonomy_term"]["code"]: a.get("value", "") for a in one["attributes"]}
    assert told["birth-certificate"] == "" and told["rights"].startswith("Gratis") and told["sexes"] == "f"


def test_pages_tell_where_they_stand(client: Client, worker: Actor) -> None:
    agency = make_agency(worker)
    for number in range(5):
        make_service(worker, agency, name=f"Layanan {number}")
    seen = []
    for number in (1, 2, 3):
        page = read(client, "services", page=number, per_page=2)
        seen += [one["name"] for one in page["contents"]]
        assert {name: page[name] for name in page if name != "contents"} == {
            "total_items": 5, "total_pages": 3, "page_number": number, "size": 2 if number < 3 else 1,
            "first_page": number == 1, "last_page": number == 3, "empty": False,
        }  # fmt: skip
    assert seen == [f"Layanan {number}" for number in range(5)]
    beyond = read(client, "services", page=9, per_page=2)
    assert beyond["empty"] and beyond["contents"] == [] and beyond["last_page"]


def test_conditions_add_up(client: Client, worker: Actor) -> None:
    made = full_directory(worker)
    other = make_service(worker, make_agency(worker, name="Lain"), name="Kain kafan", terms=("burial-aid",))

    def ids(**asked: Any) -> set[str]:
        return {one["id"] for one in read(client, "services", **asked)["contents"]}

    service, shelter = str(made["service"]), str(made["shelter"])
    assert ids() == {service, shelter, str(other)}
    assert ids(taxonomy_term_id=term_id("simpul", "burial-aid")) == {str(other)}
    assert ids(organization_id=str(made["agency"])) == {service}
    assert ids(search="KAFAN") == {str(other)} and ids(search="kafan akta") == set()
    assert ids(organization_id=str(made["agency"]), search="kafan") == set()
    assert (
        ids(modified_after="2999-01-01") == set()
        and len(ids(modified_after="2020-01-01T00:00:00+07:00")) == 3
    )
    first = read(client, "services", minimal="true")["contents"][0]
    assert set(first) == {"id", "last_modified"}
    organizations = read(client, "organizations", taxonomy_term_id=term_id("simpul", "safe-house"))
    assert [one["name"] for one in organizations["contents"]] == ["Rumah Aman"]
    needs = read(client, "taxonomy_terms", top_only="true", per_page=1000)["contents"]
    assert needs and all("parent_id" not in one for one in needs)


UNCLEAR = (
    "page=0", "page=-1", "page=x", "page=99999999999", "per_page=1001", "full=perhaps",
    "modified_after=besok", "format=xml", f"search={'x' * 201}", "modified_after=0001-01-01T00:00:00%2B14:00",
)  # fmt: skip
ABSENT = ("services/1", "services/%00", "services/7d1f5ad0-93a4-4a44-a9b8-3f3e6c0a1e11")


@pytest.mark.parametrize("asked", UNCLEAR)
def test_what_is_not_understood_is_refused_by_name(client: Client, db: None, asked: str) -> None:
    answer = client.get(f"/api/hsds/services?{asked}")
    assert answer.status_code == 400
    assert json.loads(answer.content)["parameter"] == asked.split("=", maxsplit=1)[0]


@pytest.mark.parametrize("path", ABSENT)
def test_what_is_not_there_is_said_as_json(client: Client, db: None, path: str) -> None:
    answer = client.get(f"/api/hsds/{path}")
    assert answer.status_code == 404 and json.loads(answer.content)["status"] == 404


def test_nothing_new_is_said_without_the_data(client: Client, worker: Actor) -> None:
    made = full_directory(worker)
    first = client.get("/api/hsds/services")
    mark = first.headers["ETag"]
    again = client.get("/api/hsds/services", headers={"If-None-Match": f'W/"x", {mark}'})
    assert again.status_code == 304 and again.content == b"" and again.headers["ETag"] == mark
    since = first.headers["Last-Modified"]
    assert client.get("/api/hsds/services", headers={"If-Modified-Since": since}).status_code == 304
    assert client.get("/api/hsds/services?page=1", headers={"If-None-Match": mark}).status_code == 200
    check_service(worker, made["service"])
    assert client.get("/api/hsds/services", headers={"If-None-Match": mark}).status_code == 200


def test_any_origin_reads_and_nobody_is_known(client: Client, worker: Actor) -> None:
    full_directory(worker)
    staff = make_staff()
    login(client, staff)
    answer = client.get("/api/hsds/services")
    assert answer.headers["Access-Control-Allow-Origin"] == "*" and "Vary" not in answer.headers
    assert answer.headers["Cache-Control"] == "public, no-cache" and not answer.cookies
    assert answer.content == Client().get("/api/hsds/services").content
    before = client.options("/api/hsds/services")
    assert before.status_code == 204 and "GET" in before.headers["Access-Control-Allow-Methods"]
    assert client.post("/api/hsds/services").status_code == 405


def test_who_asks_too_fast_is_told_when_to_come_back(
    client: Client, worker: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "MOST", 2)
    codes = [client.get("/api/hsds/services").status_code for _turn in range(3)]
    answer = client.get("/api/hsds/services")
    assert codes == [200, 200, 429] and answer.headers["Retry-After"] == "60"


def test_a_shelter_is_a_name_and_a_telephone(client: Client, worker: Actor) -> None:
    made = full_directory(worker)
    shown = everything(client)
    assert "Tempat berlindung" in shown and "0800-111" in shown
    assert SECRET not in shown and "Jalan Sunyi" not in shown
    one = read(client, f"services/{made['shelter']}")
    assert "service_areas" not in one
    (at,) = one["service_at_locations"]
    assert set(at) == {"id", "service_id", "location_id", "location"}
    assert set(at["location"]) == {"id", "location_type", "organization_id"}
    organization = read(client, f"organizations/{one['organization_id']}")
    codes = {a["taxonomy_term"]["code"] for a in organization["attributes"]}
    assert "region" not in codes and "source" in codes


def test_a_record_that_told_a_shelters_address_would_be_caught(
    client: Client, worker: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_directory(worker)
    careful = _hsds_records.location

    def leaking(place: Any, told: Any) -> Any:
        return careful(place, told) | {"description": place.safe_address}

    monkeypatch.setattr(_hsds_records, "location", leaking)
    assert SECRET in everything(client)
