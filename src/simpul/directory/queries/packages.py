"""Foreign packages that one's office took or may take."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from simpul.directory import policies
from simpul.directory.choices import PackageStage
from simpul.directory.models import Agency, Package, Service
from simpul.directory.rules.hsds.reading import Fault
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query

SHOWN = 200


@dataclass(frozen=True)
class PackageRow:
    """One package in the list."""

    id: uuid.UUID
    label: str
    source: str
    stage: str
    stage_label: str
    uploaded_at: datetime
    agencies: int
    services: int
    faults: int


@dataclass(frozen=True)
class PackagePage:
    """One package: what it would bring, what is wrong, what was made of it."""

    row: PackageRow
    new_agencies: int
    new_services: int
    names: tuple[str, ...]
    faults: tuple[Fault, ...]
    made: dict[str, int]
    left: int


@query(over=Package, reach=policies.package_reach, silent=True)
def packages(actor: Actor, found: QuerySet[Package], *, limit: int = 50) -> tuple[PackageRow, ...]:
    """The packages of one's office, the newest first."""
    return tuple(_row(one) for one in found[:limit])


@query(on=Package, reach=policies.package_reach, silent=True)
def package_page(actor: Actor, package: Package) -> PackagePage:
    """One package with the first of its faults."""
    agencies: set[str] = set()
    services: set[str] = set()
    names: list[str] = []
    for facts in package.entries.values_list("facts", flat=True).iterator(chunk_size=200):
        agencies.add(facts["id"])
        services |= {one["id"] for one in facts["services"]}
        names += [facts["name"]] if len(names) < SHOWN else []
    open_ = package.stage in (PackageStage.CHECKED, PackageStage.READING)
    return PackagePage(
        _row(package),
        len(agencies) - _here(Agency, agencies) if open_ else 0,
        len(services) - _here(Service, services) if open_ else 0,
        tuple(names),
        tuple(
            Fault(one.file, one.row, one.column, one.what, one.value) for one in package.faults.all()[:SHOWN]
        ),
        package.counts.get("made", {}),
        len(agencies),
    )


@query(on=Package, reach=policies.package_reach, silent=True)
def package_faults(actor: Actor, package: Package) -> tuple[Fault, ...]:
    """Every fault that was kept, for the file that goes back to whoever sent the package."""
    return tuple(Fault(one.file, one.row, one.column, one.what, one.value) for one in package.faults.all())


def _here(model: type[Agency] | type[Service], ids: set[str]) -> int:
    """How many of these are in the directory already."""
    asked, found = sorted(ids), 0
    for start in range(0, len(asked), 500):
        found += model.objects.filter(pk__in=asked[start : start + 500]).count()
    return found


def _row(one: Package) -> PackageRow:
    counts = one.counts
    return PackageRow(
        one.id, one.label, one.source, one.stage, one.get_stage_display(), one.uploaded_at,
        counts.get("agencies", 0), counts.get("services", 0), counts.get("faults", 0),
    )  # fmt: skip
