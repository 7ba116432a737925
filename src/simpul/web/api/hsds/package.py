"""The whole directory as one archive of tables, sent while it is packed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile

from simpul.directory.queries.hsds import Wanted, hsds_list
from simpul.directory.rules.hsds.flat import descriptor, rows_of
from simpul.directory.rules.hsds.tables import TABLES
from simpul.kernel.actor import public_actor

CHUNK = 500
IN_MEMORY = 2_000_000  # bytes of one table; what is longer waits on the disk
SOURCES = {
    "taxonomies": "taxonomy", "taxonomy_terms": "taxonomy_term", "organizations": "organization",
    "services": "service",
}  # fmt: skip


class _Outlet(io.RawIOBase):
    """Takes what the archive writes and gives it on; it cannot go back."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.waiting.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        found, self.waiting = b"".join(self.waiting), []
        return found


def packed() -> Iterator[bytes]:
    """The archive in pieces: one file for each table, then its description."""
    outlet = _Outlet()
    with ExitStack() as stack, ZipFile(cast(Any, outlet), "w", ZIP_DEFLATED) as archive:
        for table, text in _written(stack).items():
            text.seek(0)
            with archive.open(TABLES[table].file, "w") as file:
                while piece := text.read(1 << 16):
                    file.write(piece.encode())
                    yield outlet.taken()
        archive.writestr("datapackage.json", json.dumps(descriptor(), ensure_ascii=False, indent=1))
        archive.close()
        yield outlet.taken()


def _written(stack: ExitStack) -> dict[str, Any]:
    """Every table with its rows, written in one walk over the records. A unit comes once."""
    texts: dict[str, Any] = {}
    writers: dict[str, csv.DictWriter[str]] = {}
    once: set[str] = set()
    for name, table in TABLES.items():
        texts[name] = stack.enter_context(
            SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8", newline="")  # noqa: SIM115
        )
        writers[name] = csv.DictWriter(texts[name], table.columns)
        writers[name].writeheader()
    for source, of in SOURCES.items():
        for record in _records(source):
            for name, row in rows_of(record, of):
                if name != "unit" or row["id"] not in once:
                    writers[name].writerow(row)
                if name == "unit":
                    once.add(row["id"])
    return texts


def _records(source: str) -> Iterator[dict[str, Any]]:
    start = 0
    while texts := hsds_list(
        public_actor(), of=source, wanted=Wanted(full=True), start=start, count=CHUNK
    ).texts:
        yield from map(json.loads, texts)
        start += CHUNK
