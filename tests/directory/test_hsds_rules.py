"""The table of HSDS fields, and what a check by it finds."""

from __future__ import annotations

from typing import Any

import pytest

from simpul.directory.rules.hsds.checking import faults_in
from simpul.directory.rules.hsds.tables import TABLES

ID = "7d1f5ad0-93a4-4a44-a9b8-3f3e6c0a1e11"
GOOD: dict[str, Any] = {
    "id": ID, "name": "Akta", "status": "active", "minimum_age": 0, "assured_date": "2026-11-28",
    "last_modified": "2026-11-28T01:02:03Z",
    "service_at_locations": [
        {
            "id": ID,
            "schedules": [{"id": ID, "timezone": 7, "byday": "MO,TU", "freq": "WEEKLY", "opens_at": "08:00"}],
            "location": {
                "id": ID, "location_type": "physical", "latitude": -6.1,
                "addresses": [
                    {"id": ID, "address_1": "Jalan 1", "city": "A", "state_province": "B",
                     "postal_code": "-", "country": "ID", "address_type": "physical"}
                ],
            },
        }
    ],
    "capacities": [{"id": ID, "available": 2, "updated": "2026-11-28T01:02:03+07:00",
                    "unit": {"id": ID, "name": "tempat"}}],
}  # fmt: skip


def test_a_sound_record_has_no_fault() -> None:
    assert faults_in(GOOD, "service") == []


@pytest.mark.parametrize(
    ("change", "where", "what"),
    [
        ({"id": "7"}, "id", "uuid"),
        ({"status": "aktif"}, "status", "status"),
        ({"minimum_age": "12"}, "minimum_age", "number"),
        ({"minimum_age": True}, "minimum_age", "number"),
        ({"assured_date": "01/07/2026"}, "assured_date", "date"),
        ({"assured_date": "2026-02-29"}, "assured_date", "date"),
        ({"last_modified": "2026-11-28"}, "last_modified", "moment"),
        ({"last_modified": "2026-11-28T01:02:03"}, "last_modified", "moment"),
        ({"url": "bukan alamat"}, "url", "uri"),
        ({"email": "tanpa tanda"}, "email", "email"),
        ({"colour": "red"}, "colour", "unknown"),
        ({"phones": "0300"}, "phones", "list"),
        ({"phones": [{"id": ID}]}, "phones[0].number", "missing"),
        ({"schedules": [{"id": ID, "opens_at": "25:99"}]}, "schedules[0].opens_at", "clock"),
        ({"schedules": [{"id": ID, "timezone": "WIB"}]}, "schedules[0].timezone", "zone"),
        ({"schedules": [{"id": ID, "freq": "DAILY"}]}, "schedules[0].freq", "freq"),
        ({"schedules": [{"id": ID, "byday": "SENIN"}]}, "schedules[0].byday", "byday"),
        ({"capacities": [{"id": ID, "available": 1, "updated": "2026-11-28T01:02:03Z"}]},
         "capacities[0].unit", "missing"),
        ({"organization": []}, "organization", "organization"),
    ],
)  # fmt: skip
def test_each_fault_is_found_where_it_is(change: dict[str, Any], where: str, what: str) -> None:
    assert [(one.where, one.what) for one in faults_in(GOOD | change, "service")] == [(where, what)]


def test_a_country_is_two_capitals() -> None:
    address = {**GOOD["service_at_locations"][0]["location"]["addresses"][0], "country": "IDN"}
    assert [one.what for one in faults_in(address, "address")] == ["country"]


def test_every_link_points_to_a_table() -> None:
    linked = {of for table in TABLES.values() for of in (*table.links.values(), *table.many.values())}
    assert linked <= set(TABLES) and len(TABLES) == 22
