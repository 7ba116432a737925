"""A foreign directory is read row by row, shown with its faults, and taken once."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from typing import Any, BinaryIO

import pytest
from django.test import Client

from simpul.directory.commands.take_package import take_package
from simpul.directory.models import Agency, Package, Place, Service, ServicePlace
from simpul.directory.queries.packages import package_page
from simpul.directory.queries.read_foreign_package import UNREADABLE, ForeignPackage, read_foreign_package
from simpul.directory.rules.hsds import reading
from simpul.directory.rules.hsds.joining import Known, agencies_of
from simpul.directory.rules.hsds.tables import TABLES
from simpul.jobs.worker import work_off
from simpul.kernel.actor import Actor
from simpul.kernel.errors import InvalidInput, Refused
from simpul.web.api import pace
from tests.directory import packages as foreign
from tests.directory.entries import SECRET, make_shelter
from tests.factories.workforce import actor_of, login, make_staff
from tests.web_api.test_hsds import full_directory

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


KNOWN = Known(
    {}, frozenset({"primary-care"}), lambda words: () if "Zzz" in words else ("primary-care",), {}, {},
    frozenset(), frozenset(), "35.69",
)  # fmt: skip


def read(worker: Actor, file: BinaryIO) -> ForeignPackage:
    return read_foreign_package(worker, file=file, region_code="35.69")


def faults(found: ForeignPackage) -> list[tuple[str, int, str, str]]:
    return [(one.file, one.row, one.column, one.what) for one in found.faults]


def taken(worker: Actor, file: BinaryIO) -> dict[str, int]:
    package_id = foreign.stage(worker, file)
    take_package(worker, package_id)
    work_off()
    package = Package.objects.get(pk=package_id)
    assert package.stage == "done" and not package.entries.exists()
    return dict(package.counts["made"])


def test_a_sound_package_becomes_entries_and_a_second_time_nothing(worker: Actor) -> None:
    found = read(worker, foreign.package())
    assert faults(found) == [] and found.rows == 8
    assert taken(worker, foreign.package()) == {"agencies": 1, "places": 1, "services": 2}
    agency = Agency.objects.get(pk=foreign.A1)
    assert (agency.phone, agency.region_code, agency.source) == ("0300-9", "35.69", "Dinas tetangga")
    assert agency.keeper_id == worker.office_id
    service = Service.objects.get(pk=foreign.S1)
    assert [term.code for term in service.terms.all()] == ["birth-certificate"]
    assert service.checked_at is None and service.age_to == 18 and service.covers == ["35.69"]
    at = ServicePlace.objects.get(service=service)
    assert at.openings == [{"byday": ["MO", "TU"], "opens": "08:00", "closes": "12:00"}]
    before = list(Service.objects.values()), list(Agency.objects.values()), list(Place.objects.values())
    assert taken(worker, foreign.package()) == {"known": 2}
    assert (
        list(Service.objects.values()),
        list(Agency.objects.values()),
        list(Place.objects.values()),
    ) == before


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"organizations": None}, ("organizations.csv", 0, "", "file_missing")),
        ({"services": ""}, ("services.csv", 0, "", "empty")),
        ({"services": "id,name\n"}, ("services.csv", 0, "status", "column_missing")),
        ({"locations": "id,location_type,colour\n"}, ("locations.csv", 0, "colour", "column_unknown")),
        ({"services": foreign.TABLES["services"] * 2}, ("services.csv", 3, "id", "double")),
        ({"organizations": b"id,name,description\n" + foreign.A1.encode() + b",Caf\xe9,x\n"},
         ("organizations.csv", 1, "name", "encoding")),
        ({"service_at_location": [{"id": foreign.AT1, "service_id": foreign.S1, "location_id": foreign.A1}]},
         ("service_at_location.csv", 1, "location_id", "dangling")),
        ({"schedules": [{**foreign.TABLES["schedules"][0], "valid_from": "2026-02-29"}]},
         ("schedules.csv", 1, "valid_from", "date")),
        ({"schedules": [{**foreign.TABLES["schedules"][0], "freq": "MONTHLY", "byday": "2MO"}]},
         ("schedules.csv", 1, "freq", "not_weekly")),
        ({"schedules": [{**foreign.TABLES["schedules"][0], "opens_at": "25:99"}]},
         ("schedules.csv", 1, "opens_at", "clock")),
        ({"locations": [{**foreign.TABLES["locations"][0], "latitude": "timur"}]},
         ("locations.csv", 1, "latitude", "latitude")),
        ({"services": [{**foreign.TABLES["services"][0], "status": "aktif"}]},
         ("services.csv", 1, "status", "status")),
        ({"services": [{**foreign.TABLES["services"][0], "id": "17"}]}, ("services.csv", 1, "id", "uuid")),
        ({"services": [{**foreign.TABLES["services"][0], "name": "x" * 300}]},
         ("services.csv", 1, "name", "long")),
        ({"services": [{**foreign.TABLES["services"][0], "name": "Zzz qqq"}]},
         ("services.csv", 1, "name", "no_term")),
        ({"services": [{**foreign.TABLES["services"][0], "minimum_age": "30"}]},
         ("services.csv", 1, "maximum_age", "ages")),
        ({"services": f"id,name,status\n{foreign.S1},a,active,too,many\n"}, ("services.csv", 1, "", "cells")),
        ({"services": f'id,name,status\n{foreign.S1},"{"x" * 140_000}",active\n'},
         ("services.csv", 1, "", "row_unreadable")),
    ],
)  # fmt: skip
def test_each_fault_has_its_file_and_row(changes: dict[str, Any], fault: tuple[Any, ...]) -> None:
    sheets = reading.read_package(foreign.package(**changes))
    agencies_of(sheets, KNOWN)
    assert fault in [(one.file, one.row, one.column, one.what) for one in sheets.faults]


def test_what_is_good_is_taken_beside_what_is_not(worker: Actor) -> None:
    rows = [foreign.TABLES["services"][0], {**foreign.TABLES["services"][1], "status": "entah"}]
    assert taken(worker, foreign.package(services=rows)) == {"agencies": 1, "places": 1, "services": 1}
    assert not Service.objects.filter(pk=foreign.S2).exists()
    assert Service.objects.get(pk=foreign.S1).at.count() == 1


def test_a_schedule_of_29_february_leaves_the_service_standing(worker: Actor) -> None:
    rows = [{**foreign.TABLES["schedules"][0], "valid_to": "2027-02-29"}]
    assert taken(worker, foreign.package(schedules=rows))["services"] == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7", "neither"), (b"PK\x03\x04rusak", "damaged"), (b"{\"id\": ", "no sound JSON"),
        (b"[" * 100_000, "no sound JSON"), (b"{\"name\": \"\xff\"}", "not UTF-8"), (b"", "neither"),
    ],
)  # fmt: skip
def test_what_is_no_package_is_refused_as_a_whole(content: bytes, words: str) -> None:
    with pytest.raises(reading.PackageUnreadable) as refused:
        reading.read_package(io.BytesIO(content))
    assert words in UNREADABLE[refused.value.what]


def test_a_bomb_is_stopped_while_it_is_unpacked(worker: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 100_000)
    bomb = foreign.package(services="id,name,status\n" + "0" * 5_000_000)
    assert len(bomb.getvalue()) < 20_000
    with pytest.raises(InvalidInput) as refused:
        read(worker, bomb)
    assert "at once" in str(refused.value.faults[0].text)
    monkeypatch.setattr(reading, "MOST_LINES", 1000)
    with pytest.raises(InvalidInput):
        read(worker, foreign.package(services="id,name,status\n" + "\n" * 5000))


def test_json_lists_pages_and_single_records(worker: Actor) -> None:
    one = {
        "id": foreign.S1, "name": "Penerbitan akta kelahiran", "status": "active",
        "organization": {"id": foreign.A1, "name": "Yayasan Contoh", "description": "Belajar"},
        "phones": [{"id": str(uuid.UUID(int=5)), "number": "0300-5"}],
        "contacts": [{"id": str(uuid.UUID(int=6)), "name": "Ibu Rahasia", "phones": []}],
    }  # fmt: skip
    for shape in (one, [one], {"contents": [one, one]}):
        found = read(worker, foreign.as_json(shape))
        assert faults(found) == []
        assert [s["facts"]["phone"] for a in found.agencies for s in a["services"]] == ["0300-5"]
        assert "Rahasia" not in json.dumps(found.agencies), "single people are not read"
    assert faults(read(worker, foreign.as_json([one, 7])))[0] == ("json", 2, "", "no_record")


def own_archive(client: Client) -> bytes:
    pace._counts.clear()
    answer = client.get("/api/hsds/package.zip")
    return answer.getvalue()


def test_our_own_package_is_sound_and_brings_nothing_new(worker: Actor, client: Client) -> None:
    full_directory(worker)
    content = own_archive(client)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        text = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert names == {"datapackage.json", *(table.file for table in TABLES.values())}
    assert "Tempat berlindung" in text and SECRET not in text and "Jalan Sunyi" not in text
    found = read(worker, io.BytesIO(content))
    assert faults(found) == []
    assert taken(worker, io.BytesIO(content)) == {"known": 2}


def test_a_shelters_address_in_the_package_would_be_caught(
    worker: Actor, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simpul.directory.queries import _hsds_records as records

    make_shelter(worker)
    careful = records.location
    monkeypatch.setattr(
        records, "location", lambda place, told: careful(place, told) | {"description": place.safe_address}
    )
    with zipfile.ZipFile(io.BytesIO(own_archive(client))) as archive:
        assert SECRET in archive.read("locations.csv").decode()


def test_our_entries_come_whole_to_another_office(worker: Actor, client: Client) -> None:
    made = full_directory(worker)
    content = own_archive(client)
    one = next(
        service for agency in read(worker, io.BytesIO(content)).agencies for service in agency["services"]
        if service["id"] == str(made["service"])
    )  # fmt: skip
    own = Service.objects.get(pk=made["service"])
    same = (
        "name covers comes_home cost age_from age_to sexes eligibility papers rights steps languages status"
    )
    for name in same.split():
        assert one["facts"][name] == getattr(own, name), name
    assert one["facts"]["terms"] == [term.code for term in own.terms.all()]
    assert one["at"][0]["openings"] == own.at.get().openings and one["at"][0]["open_on_holidays"]


def test_an_agency_that_others_keep_is_left_alone(worker: Actor) -> None:
    taken(worker, foreign.package())
    stranger = actor_of(make_staff())
    assert stranger.office_id != worker.office_id
    assert taken(stranger, foreign.package()) == {"others": 1}


def test_a_package_is_decided_once_and_by_its_office(worker: Actor, client: Client) -> None:
    package_id = foreign.stage(worker, foreign.package())
    assert package_page(worker, package_id).new_services == 2
    take_package(worker, package_id)
    with pytest.raises(Refused):
        take_package(worker, package_id)
    login(client, make_staff())
    assert client.get(f"/direktori/paket/{package_id}/").status_code == 404


def test_the_pages_lead_from_the_file_to_the_entries(client: Client, worker: Actor) -> None:
    login(client, make_staff())
    file = foreign.package(services=[*foreign.TABLES["services"], {"id": "=1+1", "name": "a", "status": "b"}])
    file.name = "direktori.zip"
    answer = client.post(
        "/direktori/paket/", {"file": file, "source": "Dinas tetangga", "region_code": "35.69"}
    )
    assert answer.status_code == 302
    page = client.get(answer.headers["Location"]).content.decode()
    assert "Yayasan Contoh" in page and "services.csv" in page
    table = client.get(answer.headers["Location"] + "kesalahan.csv").content.decode("utf-8-sig")
    assert ";'=1+1;" in table
    client.post(answer.headers["Location"], {"idempotency_key": "satu"})
    work_off()
    assert Service.objects.filter(pk=foreign.S1).exists()
    shown = client.post(
        "/direktori/paket/", {"file": io.BytesIO(b"%PDF"), "source": "x", "region_code": "zz"}
    )
    assert shown.status_code == 422
