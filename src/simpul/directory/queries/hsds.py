"""The open directory for machines: lists and single records as HSDS 3.1 writes them.

Records are put together when somebody first asks for them and kept as text until the directory becomes a new
edition: who reads all pages of ten thousand services must not make the database work for each page.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.utils import timezone, translation

from simpul.directory.choices import SystemKind
from simpul.directory.models import Agency, Edition, OfferedTerm, Service, ServicePlace
from simpul.directory.queries import _hsds_records as records
from simpul.directory.rules.hsds.names import NamedTerm, fact_terms, taxonomy_id, taxonomy_records, term_id
from simpul.kernel.actor import Actor, system_actor
from simpul.kernel.clock import now, today
from simpul.kernel.errors import Hidden
from simpul.reference.queries.categories import categories
from simpul.reference.queries.regions import region_labels
from simpul.reference.queries.taxonomy import taxonomy
from simpul.safeguards.gate import query

KEPT = 200_000_000  # characters of records kept as text; beyond it they are put together anew
_Terms = Mapping[tuple[str, str], NamedTerm]
_Records = Iterator[tuple[uuid.UUID, dict[str, Any]]]
LISTS = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")


@dataclass(frozen=True)
class Wanted:
    """What a list is asked for; empty means "all". Conditions add up."""

    search: str = ""
    taxonomy_term_id: str = ""
    taxonomy_id: str = ""
    organization_id: str = ""
    modified_after: datetime | None = None
    parent_id: str = ""
    top_only: bool = False
    full: bool = False
    minimal: bool = False
    full_service: bool = False


@dataclass(frozen=True)
class HsdsPage:
    """One page of a list: its records as JSON texts, and how many there are in all."""

    texts: tuple[str, ...]
    total: int


@dataclass(frozen=True)
class HsdsState:
    """Which state of the directory is published: a mark that changes with it, and the last change."""

    mark: str
    changed_at: datetime | None


@dataclass
class _Line:
    """What a record is found by."""

    id: uuid.UUID
    organization_id: uuid.UUID
    modified: datetime
    words: str
    terms: frozenset[str]


@dataclass
class _Shelf:
    """One edition: the lines by which records are found, and the texts put together so far."""

    lines: Mapping[str, list[_Line]]
    changed_at: datetime | None
    terms: Mapping[tuple[str, str], NamedTerm]
    texts: dict[tuple[str, uuid.UUID], str] = field(default_factory=dict)
    size: int = 0

    def keep(self, key: tuple[str, uuid.UUID], text: str) -> str:
        if self.size < KEPT:
            self.texts[key] = text
            self.size += len(text)
        return text


@query(silent=True)
def hsds_state(actor: Actor) -> HsdsState:
    """The mark of what is published now, for readers who ask whether anything is new."""
    mark = f"{_edition() or ''}{today():%Y%m%d}"
    return HsdsState(mark, _shelf(_edition(), today().toordinal()).changed_at)


@query(silent=True)
def hsds_list(actor: Actor, *, of: str, wanted: Wanted, start: int = 0, count: int = 50) -> HsdsPage:
    """A part of one of the lists, in the order in which records came to be."""
    if of not in LISTS:
        raise Hidden
    if of.startswith("taxonom"):
        found = _taxonomies(wanted) if of == "taxonomies" else _terms(wanted)
        return HsdsPage(tuple(map(_text, found[start : start + count])), len(found))
    shelf = _shelf(_edition(), today().toordinal())
    lines = [line for line in shelf.lines[of] if _meets(line, wanted)]
    return HsdsPage(_texts(shelf, of, lines[start : start + count], wanted), len(lines))


@query(silent=True)
def hsds_record(actor: Actor, *, of: str, record_id: uuid.UUID, full_service: bool = False) -> str:
    """One record with everything nested in it, as JSON text."""
    if of.startswith("taxonom"):
        found = taxonomy_records() if of == "taxonomies" else [term.record() for term in _all_terms()]
        if one := next((one for one in found if one["id"] == str(record_id)), None):
            return _text(one)
        raise Hidden
    shelf = _shelf(_edition(), today().toordinal())
    line = next((line for line in shelf.lines.get(of, ()) if line.id == record_id), None)
    if line is None:
        raise Hidden
    return _texts(shelf, of, [line], Wanted(full=True, full_service=full_service))[0]


def _edition() -> uuid.UUID | None:
    return Edition.objects.filter(singleton=True).values_list("token", flat=True).first()


@lru_cache(maxsize=2)
def _shelf(edition: uuid.UUID | None, day: int) -> _Shelf:
    """The lines of one edition. All of it is open to everybody."""
    services, at = [], []
    codes: dict[uuid.UUID, set[str]] = {}
    for service_id, code in OfferedTerm.objects.values_list("service_id", "code"):
        codes.setdefault(service_id, set()).add(code)
    every = {(term.taxonomy, term.code): term for term in _all_terms()}
    names = {code: f"{term.name} {term.description}" for (_of, code), term in every.items()}
    of_agency: dict[uuid.UUID, set[str]] = {}
    for one in _services(Service.objects.all()).iterator(chunk_size=2000):
        own = codes.get(one.id, set())
        words = " ".join([one.name, one.agency.name, one.description, *(names.get(c, "") for c in own)])
        terms = frozenset(term_id("simpul", code) for code in own)
        line = _Line(one.id, one.agency_id, records.last_change(one), words.casefold(), terms)
        services.append(line)
        of_agency.setdefault(one.agency_id, set()).update(terms)
        at += [
            _Line(a.id, a.service_id, line.modified, line.words, terms)
            for a in one.at.all()
            if a.place.ended_on is None
        ]
    agencies = [
        _agency_line(one, of_agency.get(one.id, set())) for one in Agency.objects.filter(ended_on=None)
    ]
    lines = {"services": services, "organizations": agencies, "service_at_locations": at}
    for found in lines.values():
        found.sort(key=lambda line: line.id)
    owner = {line.id: line.organization_id for line in services}
    for line in at:
        line.organization_id = owner[line.organization_id]
    return _Shelf(lines, max((line.modified for line in (*services, *agencies)), default=None), every)


def _agency_line(one: Agency, terms: Iterable[str]) -> _Line:
    own = {term_id("system", one.kind), *([term_id("psks", one.psks)] if one.psks else ())}
    words = f"{one.name} {one.description}".casefold()
    return _Line(one.id, one.id, one.changed_at, words, frozenset({*terms, *own}))


def _meets(line: _Line, wanted: Wanted) -> bool:
    if wanted.organization_id and str(line.organization_id) != wanted.organization_id:
        return False
    if wanted.taxonomy_term_id and wanted.taxonomy_term_id not in line.terms:
        return False
    if wanted.taxonomy_id and not _of_taxonomy(wanted.taxonomy_id, line):
        return False
    if wanted.modified_after and line.modified < wanted.modified_after:
        return False
    return all(word in line.words for word in wanted.search.casefold().split())


def _of_taxonomy(asked: str, line: _Line) -> bool:
    ours = {taxonomy_id("simpul")} if line.terms else set()
    return asked in ours | ({taxonomy_id("system")} if line.id == line.organization_id else set())


def _texts(shelf: _Shelf, of: str, lines: list[_Line], wanted: Wanted) -> tuple[str, ...]:
    if wanted.minimal:
        return tuple(
            _text({"id": str(line.id), "last_modified": records.written(line.modified)}) for line in lines
        )
    form = f"{of}-{'full' if wanted.full or wanted.full_service else 'list'}{'-s' * wanted.full_service}"
    lacking = [line.id for line in lines if (form, line.id) not in shelf.texts]
    fresh: dict[uuid.UUID, str] = {}
    if lacking:
        with translation.override("id"):
            for record_id, record in _READ[of](lacking, wanted, shelf.terms):
                fresh[record_id] = shelf.keep((form, record_id), _text(record))
    return tuple(shelf.texts.get((form, line.id)) or fresh[line.id] for line in lines)


def _services(services: QuerySet[Service]) -> QuerySet[Service]:
    return (
        services.filter(agency__ended_on=None)
        .select_related("agency")
        .prefetch_related("terms", Prefetch("at", ServicePlace.objects.select_related("place")))
    )


def _read_services(ids: list[uuid.UUID], wanted: Wanted, terms: _Terms) -> _Records:
    found = list(_services(Service.objects.filter(pk__in=ids)))
    told = _told((code for one in found for code in _codes(one)), terms)
    write = records.service if wanted.full else records.service_list
    return ((one.id, write(one, told)) for one in found)


def _read_at(ids: list[uuid.UUID], wanted: Wanted, terms: _Terms) -> _Records:
    found = list(
        ServicePlace.objects.filter(pk__in=ids)
        .select_related("place", "service__agency")
        .prefetch_related("service__at__place", "service__terms")
    )
    told = _told((code for one in found for code in _codes(one.service)), terms)
    write = records.service_at_location if wanted.full else records.service_at_location_list
    return ((one.id, write(one, told)) for one in found)


def _read_agencies(ids: list[uuid.UUID], wanted: Wanted, terms: _Terms) -> _Records:
    agencies = Agency.objects.filter(pk__in=ids).prefetch_related("places")
    for one in agencies:
        if not wanted.full and not wanted.full_service:
            yield one.id, records.organization_list(one)
            continue
        places = list(one.places.all())
        services = list(_services(Service.objects.filter(agency=one)))
        codes = [place.region_code for place in places] + [c for each in services for c in _codes(each)]
        yield (
            one.id,
            records.organization(one, places, services, _told(codes, terms), whole=wanted.full_service),
        )


_READ: dict[str, Callable[[list[uuid.UUID], Wanted, _Terms], _Records]] = {
    "services": _read_services,
    "organizations": _read_agencies,
    "service_at_locations": _read_at,
}


def _codes(one: Service) -> Iterator[str]:
    yield from one.covers
    yield from (at.place.region_code for at in one.at.all())


def _told(codes: Iterable[str], terms: _Terms) -> records.Told:
    wanted = set()
    for code in set(codes):
        parts = code.split(".")
        wanted |= {".".join(parts[:depth]) for depth in range(1, len(parts) + 1)}
    offset = now().astimezone(timezone.get_default_timezone()).utcoffset()
    return records.Told(
        region_labels(system_actor(), codes=frozenset(wanted)),
        terms,
        offset.total_seconds() / 3600 if offset else 0,
        settings.SITE_ORIGIN.rstrip("/"),
    )


def _all_terms() -> list[NamedTerm]:
    """Every term by which an entry may be described, in Indonesian."""
    system = system_actor()
    with translation.override("id"):
        kinds = [NamedTerm("system", kind.value, str(kind.label), str(kind.label)) for kind in SystemKind]
    ours = [
        NamedTerm("simpul", row.code, row.label_id, "; ".join((row.label_en, *row.words_id)), row.parent)
        for row in taxonomy(system)
    ]
    psks = [NamedTerm("psks", r.code, r.label_id, r.legal_label) for r in categories(system, group="psks")]
    return [*ours, *psks, *kinds, *fact_terms()]


def _taxonomies(wanted: Wanted) -> list[dict[str, object]]:
    return [one for one in taxonomy_records() if _said(one, wanted.search)]


def _terms(wanted: Wanted) -> list[dict[str, object]]:
    found = [term.record() for term in _all_terms()]
    if wanted.taxonomy_id:
        found = [one for one in found if one["taxonomy_id"] == wanted.taxonomy_id]
    if wanted.parent_id:
        found = [one for one in found if one.get("parent_id") == wanted.parent_id]
    if wanted.top_only:
        found = [one for one in found if "parent_id" not in one]
    return [one for one in found if _said(one, wanted.search)]


def _said(one: dict[str, object], words: str) -> bool:
    text = f"{one['name']} {one['description']}".casefold()
    return all(word in text for word in words.casefold().split())


def _text(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
