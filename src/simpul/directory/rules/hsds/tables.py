"""Which tables an HSDS 3.1 directory has, and what each of their fields may hold.

Written from the published field lists, with rules of our own where those say only "text": days, clock times,
country codes, the time zone as a number of hours. A field is ``name:kind``; ``!`` says that it must be there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit
from uuid import UUID

VERSION = "3.1"
STATUSES = ("active", "inactive", "defunct", "temporarily closed")
LOCATION_TYPES = ("physical", "postal", "virtual")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("WEEKLY", "MONTHLY")
_BYDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?|24:00")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ZONED = re.compile(r".*(Z|[+-]\d\d:?\d\d)")
_NUMBERS = re.compile(r"-?\d{1,3}(,-?\d{1,3})*")


def _uuid(value: object) -> bool:
    try:
        return isinstance(value, str) and len(value) == 36 and bool(UUID(value))
    except ValueError:
        return False


def _uri(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(urlsplit(value).scheme and urlsplit(value).netloc)
    except ValueError:
        return False


def _day(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(_DATE.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _moment(value: object) -> bool:
    try:
        return isinstance(value, str) and "T" in value and bool(datetime.fromisoformat(value)) and bool(
            _ZONED.fullmatch(value)
        )  # fmt: skip
    except ValueError:
        return False


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12


def _text(value: object, pattern: re.Pattern[str]) -> bool:
    return isinstance(value, str) and bool(pattern.fullmatch(value))


KINDS: Mapping[str, Callable[[object], bool]] = {
    "text": lambda value: isinstance(value, str),
    "uuid": _uuid,
    "uri": _uri,
    "email": lambda value: _text(value, _EMAIL),
    "number": _number,
    "date": _day,
    "moment": _moment,
    "clock": lambda value: _text(value, _CLOCK),
    "zone": lambda value: _number(value) and -12 <= float(str(value)) <= 14,
    "country": lambda value: _text(value, re.compile("[A-Z]{2}")),
    "latitude": lambda value: _number(value) and abs(float(str(value))) <= 90,
    "longitude": lambda value: _number(value) and abs(float(str(value))) <= 180,
    "status": lambda value: value in STATUSES,
    "place": lambda value: value in LOCATION_TYPES,
    "day": lambda value: value in DAYS,
    "freq": lambda value: value in FREQUENCIES,
    "byday": lambda value: isinstance(value, str) and all(map(_BYDAY.fullmatch, value.split(","))),
    "numbers": lambda value: _text(value, _NUMBERS),
}
NUMERIC = ("number", "zone", "latitude", "longitude")


@dataclass(frozen=True)
class Field:
    """One column: what it may hold, and whether a record is incomplete without it."""

    name: str
    kind: str
    required: bool


@dataclass(frozen=True)
class Table:
    """One kind of record: its file in a package, its columns, what is nested in it."""

    name: str
    file: str
    fields: tuple[Field, ...]
    many: Mapping[str, str]
    one: Mapping[str, str]
    links: Mapping[str, str]
    needs: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.fields)

    @property
    def required(self) -> tuple[str, ...]:
        """What a nested record must have; ``needs`` are records that must stand in it."""
        return (*(one.name for one in self.fields if one.required), *self.needs)


_TEXT = """
organization | organizations | id:uuid! name! alternate_name description! email:email website:uri tax_status
  tax_id year_incorporated:number legal_status logo uri:uri parent_organization_id:uuid
  | funding phones contacts locations programs additional_websites:url organization_identifiers
  services
program | programs | id:uuid! organization_id:uuid name! alternate_name description! |
service | services | id:uuid! organization_id:uuid program_id:uuid name! alternate_name description url:uri
  email:email status:status! interpretation_services application_process fees_description wait_time fees
  accreditations eligibility_description minimum_age:number maximum_age:number assured_date:date
  assurer_email:email licenses alert last_modified:moment
  | phones schedules service_areas service_at_locations languages organization= funding cost_options program=
  required_documents contacts capacities:service_capacity additional_urls:url
service_at_location | service_at_location | id:uuid! service_id:uuid location_id:uuid description
  | service_areas contacts phones schedules location= service=
location | locations | id:uuid! location_type:place! url:uri organization_id:uuid name alternate_name
  description transportation latitude:latitude longitude:longitude external_identifier
  external_identifier_type | languages addresses contacts accessibility phones schedules
address | addresses | id:uuid! location_id:uuid attention address_1! address_2 city! region state_province!
  postal_code! country:country! address_type:place! |
phone | phones | id:uuid! location_id:uuid service_id:uuid organization_id:uuid contact_id:uuid
  service_at_location_id:uuid number! extension:number type description | languages
contact | contacts | id:uuid! organization_id:uuid service_id:uuid service_at_location_id:uuid
  location_id:uuid name title department email:email | phones
schedule | schedules | id:uuid! service_id:uuid location_id:uuid service_at_location_id:uuid valid_from:date
  valid_to:date dtstart:date timezone:zone until:date count:number wkst:day freq:freq interval:number
  byday:byday byweekno:numbers bymonthday:numbers byyearday:numbers description opens_at:clock
  closes_at:clock schedule_link:uri attending_type notes |
service_area | service_areas | id:uuid! service_id:uuid service_at_location_id:uuid name description extent
  extent_type uri |
language | languages | id:uuid! service_id:uuid location_id:uuid phone_id:uuid name code note |
accessibility | accessibility | id:uuid! location_id:uuid description details url:uri |
cost_option | cost_options | id:uuid! service_id:uuid valid_from:date valid_to:date option currency
  amount:number amount_description |
required_document | required_documents | id:uuid! service_id:uuid document uri:uri |
service_capacity | service_capacity | id:uuid! service_id:uuid unit_id:uuid available:number! maximum:number
  description updated:moment! | unit=!
unit | units | id:uuid! name! scheme identifier uri:uri |
funding | funding | id:uuid! organization_id:uuid service_id:uuid source |
organization_identifier | organization_identifiers | id:uuid! organization_id:uuid identifier_scheme
  identifier_type! identifier! |
url | url | id:uuid! label url:uri! organization_id:uuid service_id:uuid |
attribute | attributes | id:uuid! link_id:uuid taxonomy_term_id:uuid link_type link_entity value label
  | taxonomy_term=
taxonomy | taxonomies | id:uuid! name! description! uri:uri version |
taxonomy_term | taxonomy_terms | id:uuid! code name! description! parent_id:uuid taxonomy language
  taxonomy_id:uuid term_uri:uri | taxonomy_detail=taxonomy
"""
_PLAIN = {"attribute", "taxonomy", "taxonomy_term"}  # these carry no attributes of their own
_ONE = {"addresses": "address", "accessibility": "accessibility", "funding": "funding"}


def _table(line: str) -> Table:
    name, file, fields, nested = (part.strip() for part in line.split("|"))
    columns = []
    for told in fields.split():
        column, _colon, kind = told.rstrip("!").partition(":")
        columns.append(Field(column, kind or "text", told.endswith("!")))
    many, one, needs = {}, {}, []
    for told in nested.split():
        if "=" in told:
            field, _equals, of = told.partition("=")
            one[field] = of.rstrip("!") or field
            needs += [field] if of.endswith("!") else []
        else:
            field, _colon, of = told.partition(":")
            many[field] = of or _ONE.get(field) or field.removesuffix("s")
    if name not in _PLAIN:
        many["attributes"] = "attribute"
    links = {one.name: _linked(name, one.name) for one in columns if one.kind == "uuid"}
    links = {column: table for column, table in links.items() if table}
    return Table(name, f"{file}.csv", tuple(columns), many, one, links, tuple(needs))


def _linked(table: str, column: str) -> str:
    """The table that a column of ids points into; empty for the record's own id."""
    if column in {"id", "link_id"}:
        return ""
    return table if column == "parent_id" else column.removeprefix("parent_").removesuffix("_id")


TABLES: Mapping[str, Table] = {
    table.name: table for line in re.sub(r"\n\s+", " ", _TEXT).strip().splitlines() if (table := _table(line))
}
