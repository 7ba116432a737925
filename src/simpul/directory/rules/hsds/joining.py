"""Rows of a foreign package as entries of this directory: an agency with its places and services.

What has no place here (monthly hours, single people, funding) is left out and said; what is missing there is
taken from what the uploader told (the region) or from the words of the entry (the kinds of help).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from simpul.directory.rules.hsds.reading import Sheets

Row = dict[str, Any]
REGION = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LENGTHS = {
    "organization": {"name": 200, "description": 2000, "website": 200, "email": 254},
    "location": {"name": 160},
    "address": {"address_1": 300},
    "service": {
        "name": 200, "description": 2000, "eligibility_description": 1000, "application_process": 4000,
        "fees_description": 200,
    },
    "phone": {"number": 40},
}  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What this directory knows of the words of a package."""

    terms: Mapping[str, tuple[str, str]]  # id of a term -> taxonomy, code
    codes: frozenset[str]  # of services
    hears: Callable[[str], tuple[str, ...]]  # plain words -> codes of services
    papers: Mapping[str, str]  # what a paper is called, small -> code
    access: Mapping[str, str]
    kinds: frozenset[str]
    psks: frozenset[str]
    region: str  # where agencies are that do not say


@dataclass
class _Joined:
    """Rows by what they hang on."""

    sheets: Sheets
    known: Known
    by: dict[tuple[str, str], dict[str, list[Row]]]

    def of(self, table: str, link: str, key: object) -> list[Row]:
        return self.by[table, link].get(str(key).lower(), [])

    def fault(self, table: str, row: Row, column: str, what: str) -> None:
        file, number = self.sheets.places[table, str(row["id"]).lower()]
        self.sheets.object(file, number, column, what, row.get(column, ""))


def agencies_of(sheets: Sheets, known: Known) -> list[Row]:
    """Every agency of a package with its places and services, in the order of the package."""
    for table, lengths in LENGTHS.items():
        _short(sheets, table, lengths)
    by: dict[tuple[str, str], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for table, rows in sheets.rows.items():
        for row in rows.values():
            for column in row:
                if column.endswith("_id"):
                    by[table, column][str(row[column]).lower()].append(row)
    joined = _Joined(sheets, known, by)
    for row in sheets.rows["service"].values():
        if "organization_id" not in row:
            joined.fault("service", row, "organization_id", "missing")
    return [_agency(row, joined) for row in sheets.rows["organization"].values()]


def _short(sheets: Sheets, table: str, lengths: Mapping[str, int]) -> None:
    """Cut nothing silently: what is too long for a column is a fault, and a name too long bars the row."""
    for key, row in list(sheets.rows[table].items()):
        for column, most in lengths.items():
            if len(str(row.get(column, ""))) > most:
                sheets.object(*sheets.places[table, key], column, "long", row[column])
                del row[column]
        name = {"organization": "name", "service": "name", "phone": "number"}.get(table, "id")
        if name not in row:
            del sheets.rows[table][key]


def _agency(row: Row, joined: _Joined) -> Row:
    key, facts = row["id"], _facts(row["id"], joined)
    places = [_place(one, joined) for one in joined.of("location", "organization_id", key)]
    region = facts.get(("facts", "region")) or next(
        (p["region_code"] for p in places if p["region_code"]), ""
    )
    services = [_service(one, joined) for one in joined.of("service", "organization_id", key)]
    standing = {place["id"] for place in places}
    elsewhere = {at["place_id"] for one in services if one for at in one["at"]} - standing
    places += [
        _place(joined.sheets.rows["location"][one], joined)
        for one in sorted(elsewhere)
        if one in joined.sheets.rows["location"]
    ]
    return {
        "id": str(key).lower(),
        "name": row["name"],
        "description": row.get("description", ""),
        "kind": next((code for _of, code in facts if code in joined.known.kinds), "societal"),
        "psks": next((code for _of, code in facts if code in joined.known.psks), ""),
        "region_code": region if REGION.fullmatch(region) else joined.known.region,
        "phone": _phone(joined.of("phone", "organization_id", key)),
        "email": row.get("email", ""),
        "website": row.get("website", ""),
        "places": places,
        "services": [one for one in services if one],
    }


def _place(row: Row, joined: _Joined) -> Row:
    address = next(iter(joined.of("address", "location_id", row["id"])), {})
    told = str(row.get("external_identifier", ""))
    point = (row.get("latitude"), row.get("longitude"))
    if (point[0] is None) != (point[1] is None):
        joined.fault("location", row, "latitude", "half_point")
        point = (None, None)
    access = [
        joined.known.access.get(str(one.get(name, "")).casefold(), "")
        for one in joined.of("accessibility", "location_id", row["id"])
        for name in ("details", "description")
    ]
    virtual = row["location_type"] == "virtual" or not address.get("address_1")
    return {
        "id": str(row["id"]).lower(),
        "kind": "virtual" if virtual else row["location_type"],
        "name": row.get("name", ""),
        "address": address.get("address_1", ""),
        "region_code": told if REGION.fullmatch(told) else "",
        "latitude": point[0],
        "longitude": point[1],
        "access": sorted({one for one in access if one}),
    }


def _service(row: Row, joined: _Joined) -> Row | None:
    key, facts = row["id"], _facts(row["id"], joined)
    words = f"{row['name']} {row.get('description', '')}"
    terms = [code for taxonomy, code in facts if code in joined.known.codes] or list(
        joined.known.hears(words)
    )
    if not terms:
        joined.fault("service", row, "name", "no_term")
        return None
    youngest, oldest = (int(row[name]) if name in row else None for name in ("minimum_age", "maximum_age"))
    if youngest is not None and oldest is not None and youngest > oldest:
        joined.fault("service", row, "maximum_age", "ages")
        youngest = oldest = None
    documents = [str(one.get("document", "")) for one in joined.of("required_document", "service_id", key)]
    papers = [joined.known.papers.get(one.casefold(), "") for one in documents]
    others = [one for one, code in zip(documents, papers, strict=True) if one and not code]
    covers = [str(one.get("extent", "")) for one in joined.of("service_area", "service_id", key)]
    capacity = next(iter(joined.of("service_capacity", "service_id", key)), {})
    return {
        "id": str(key).lower(),
        "facts": {
            "name": row["name"],
            "terms": list(dict.fromkeys(terms)),
            "description": row.get("description", ""),
            "status": row["status"],
            "phone": _phone(joined.of("phone", "service_id", key)),
            "covers": [one for one in covers if REGION.fullmatch(one)],
            "comes_home": ("facts", "comes-home") in facts,
            "cost": _cost(row, joined.of("cost_option", "service_id", key)),
            "cost_words": row.get("fees_description", ""),
            "age_from": youngest,
            "age_to": oldest,
            "sexes": facts.get(("facts", "sexes"), "") if facts.get(("facts", "sexes")) in ("f", "m") else "",
            "eligibility": "\n".join((row.get("eligibility_description", ""), *others)).strip()[:1000],
            "papers": list(dict.fromkeys(code for code in papers if code)),
            "rights": facts.get(("facts", "rights"), "")[:1000],
            "steps": _steps(str(row.get("application_process", ""))),
            "languages": [
                str(name)[:40]
                for one in joined.of("language", "service_id", key)
                if (name := one.get("name") or one.get("code"))
            ],
        },
        "capacity": _whole(capacity.get("maximum")),
        "free_places": _whole(capacity.get("available")),
        "at": [
            _at(one, joined)
            for one in joined.of("service_at_location", "service_id", key)
            if "location_id" in one
        ],
    }  # fmt: skip


def _steps(text: str) -> list[str]:
    return [line.strip()[:300] for line in text.splitlines() if line.strip()]


def _at(row: Row, joined: _Joined) -> Row:
    openings = [_opening(one, joined) for one in joined.of("schedule", "service_at_location_id", row["id"])]
    return {
        "id": str(row["id"]).lower(),
        "place_id": str(row["location_id"]).lower(),
        "openings": [one for one in openings if one],
        "open_on_holidays": ("facts", "holidays") in _facts(row["id"], joined),
    }


def _opening(row: Row, joined: _Joined) -> Row | None:
    """Weekly hours of plain days; anything rarer is said and left out, not bent into something else."""
    days = [day for day in DAYS if day in str(row.get("byday", "")).split(",")]
    opens, closes = str(row.get("opens_at", ""))[:5], str(row.get("closes_at", ""))[:5]
    plain = row.get("freq", "WEEKLY") == "WEEKLY" and row.get("interval", 1) == 1 and days
    if not plain or len(days) != len(str(row.get("byday", "")).split(",")):
        joined.fault("schedule", row, "freq", "not_weekly")
        return None
    if not (CLOCK.fullmatch(opens) and CLOCK.fullmatch(closes) and opens < closes):
        joined.fault("schedule", row, "opens_at", "hours")
        return None
    return {"byday": days, "opens": opens, "closes": closes}


def _facts(key: object, joined: _Joined) -> dict[tuple[str, str], str]:
    """What attributes say about a record, in our taxonomies; terms of others are tried by their code."""
    found = {}
    for one in joined.of("attribute", "link_id", key):
        told = str(one.get("taxonomy_term_id", "")).lower()
        term = joined.sheets.rows["taxonomy_term"].get(told, {})
        pair = joined.known.terms.get(told) or (str(term.get("taxonomy", "")), str(term.get("code", "")))
        found[pair] = str(one.get("value", ""))
    return found


def _phone(rows: Iterable[Row]) -> str:
    """The first number that belongs to no single person."""
    return next((str(one["number"]) for one in rows if "contact_id" not in one), "")


def _cost(row: Row, options: list[Row]) -> str:
    if any(one.get("amount", 0) > 0 for one in options) or (options and "amount" not in options[0]):
        return "some"
    return "free" if options else ("some" if row.get("fees_description") else "unknown")


def _whole(value: object) -> int | None:
    return int(value) if isinstance(value, int | float) and 0 <= value < 1_000_000 else None
