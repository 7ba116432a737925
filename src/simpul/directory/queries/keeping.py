"""What the keepers of entries have to look after."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from simpul.directory import policies
from simpul.directory.choices import ServiceStatus
from simpul.directory.freshness import checked_before
from simpul.directory.models import Agency, EntryReport, Service
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class AgencyRow:
    """One agency in the list of all."""

    id: uuid.UUID
    name: str
    kind: str
    region_code: str
    phone: str
    services: int
    synthetic: bool


@dataclass(frozen=True)
class StaleEntry:
    """A service whose entry nobody has compared with the truth for too long."""

    service_id: uuid.UUID
    name: str
    agency: str
    phone: str
    checked_at: datetime | None


@dataclass(frozen=True)
class ReportRow:
    """What somebody found wrong, not yet looked into."""

    report_id: uuid.UUID
    service_id: uuid.UUID
    service: str
    agency: str
    words: str
    made_at: datetime


@query(silent=True)
def agencies(actor: Actor, *, words: str = "", kind: str = "", limit: int = 200) -> tuple[AgencyRow, ...]:
    """All agencies by name, or those whose name holds the words."""
    rows = Agency.objects.filter(ended_on=None)
    rows = rows.filter(name__icontains=words.strip()) if words.strip() else rows
    rows = rows.filter(kind=kind) if kind else rows
    listed = rows.prefetch_related("services")[:limit]
    return tuple(
        AgencyRow(
            one.id,
            one.name,
            one.kind,
            one.region_code,
            one.phone,
            sum(service.status != ServiceStatus.DEFUNCT for service in one.services.all()),
            one.synthetic,
        )
        for one in listed
    )


@query(over=Service, reach=policies.service_reach, silent=True)
def entries_to_check(
    actor: Actor, services: QuerySet[Service], *, limit: int = 100
) -> tuple[StaleEntry, ...]:
    """Services that one keeps and that were not checked for too long, the longest first."""
    old = Q(checked_at=None) | Q(checked_at__lt=checked_before())
    rows = services.filter(old, status=ServiceStatus.ACTIVE, agency__ended_on=None)
    return tuple(
        StaleEntry(one.id, one.name, one.agency.name, one.phone or one.agency.phone, one.checked_at)
        for one in rows.select_related("agency").order_by("checked_at", "name")[:limit]
    )


@query(over=EntryReport, reach=policies.report_reach, silent=True)
def entry_reports(actor: Actor, reports: QuerySet[EntryReport], *, limit: int = 100) -> tuple[ReportRow, ...]:
    """What was reported about one's entries and waits, the oldest first."""
    rows = reports.filter(settled_at=None).select_related("service__agency")[:limit]
    return tuple(_report(one) for one in rows)


@query(on=EntryReport, reach=policies.report_reach, silent=True)
def reported(actor: Actor, report: EntryReport) -> ReportRow:
    """One report about an entry that one keeps."""
    return _report(report)


def _report(one: EntryReport) -> ReportRow:
    return ReportRow(
        one.id, one.service_id, one.service.name, one.service.agency.name, one.words, one.made_at
    )


@query(on=Service, reach=policies.service_reach, silent=True)
def kept_service(actor: Actor, service: Service) -> uuid.UUID:
    """The agency of a service that one keeps; hidden when somebody else keeps it."""
    agency_id: uuid.UUID = service.agency_id
    return agency_id


@query(on=Agency, reach=policies.agency_reach, silent=True)
def kept_agency(actor: Actor, agency: Agency) -> int:
    """The version of an agency that one keeps; hidden when somebody else keeps it."""
    version: int = agency.version
    return version
