"""Foreign packages for tests."""

from __future__ import annotations

import csv
import io
import json
import uuid
import zipfile
from typing import Any, BinaryIO

from simpul.directory.commands.keep_package_pieces import keep_package_pieces
from simpul.directory.commands.stage_package import stage_package
from simpul.directory.queries.read_foreign_package import read_foreign_package
from simpul.kernel.actor import Actor

FAULTY = [{"id": "17", "name": "Tanpa UUID", "status": "aktif"}]
A1, S1, S2, L1, AT1 = (str(uuid.UUID(int=number + (7 << 76) + (2 << 62))) for number in range(1, 6))
TABLES: dict[str, list[dict[str, Any]]] = {
    "organizations": [{"id": A1, "name": "Yayasan Contoh", "description": "Rumah belajar"}],
    "services": [
        {"id": S1, "organization_id": A1, "name": "Penerbitan akta kelahiran", "status": "active",
         "minimum_age": "0", "maximum_age": "18"},
        {"id": S2, "organization_id": A1, "name": "Kelas pengasuhan", "status": "active"},
    ],
    "locations": [{"id": L1, "organization_id": A1, "location_type": "physical", "name": "Kantor",
                   "latitude": "-6.05", "longitude": "113.75"}],
    "addresses": [{"id": str(uuid.UUID(int=99)), "location_id": L1, "address_1": "Jalan 1", "city": "Kota",
                   "state_province": "Jawa Timur", "postal_code": "1", "country": "ID",
                   "address_type": "physical"}],
    "service_at_location": [{"id": AT1, "service_id": S1, "location_id": L1}],
    "schedules": [{"id": str(uuid.UUID(int=98)), "service_at_location_id": AT1, "freq": "WEEKLY",
                   "byday": "MO,TU", "opens_at": "08:00", "closes_at": "12:00", "timezone": "7"}],
    "phones": [{"id": str(uuid.UUID(int=97)), "organization_id": A1, "number": "0300-9"}],
}  # fmt: skip


def package(**changes: Any) -> io.BytesIO:
    """An archive of the tables above, with other rows or whole texts for some; None leaves a file out."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in (TABLES | changes).items():
            if rows is not None:
                archive.writestr(f"{name}.csv", rows if isinstance(rows, str | bytes) else table(rows))
    held.seek(0)
    return held


def table(rows: list[dict[str, Any]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(dict.fromkeys(name for row in rows for name in row)))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def stage(actor: Actor, file: BinaryIO) -> uuid.UUID:
    """A package that was read and waits for a decision."""
    found = read_foreign_package(actor, file=file, region_code="35.69")
    package_id = stage_package(actor, package=found, source="Dinas tetangga")
    keep_package_pieces(
        actor, package_id, agencies=list(enumerate(found.agencies)), faults=list(enumerate(found.faults)),
        whole=True,
    )  # fmt: skip
    return package_id


def as_json(found: Any) -> io.BytesIO:
    return io.BytesIO(json.dumps(found).encode())
