"""Whether a nested HSDS record is sound: nothing unknown in it, nothing missing, every field of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from simpul.directory.rules.hsds.tables import KINDS, TABLES, Table


@dataclass(frozen=True)
class Unsound:
    """Where in a record something is wrong, and what: ``unknown``, ``missing``, or the kind it is not."""

    where: str
    what: str


def faults_in(record: object, of: str) -> list[Unsound]:
    """Everything that is wrong with a record of a table.

    >>> faults_in({"id": "1", "name": "Akta", "colour": "red"}, "service")
    [Unsound(where='id', what='uuid'), Unsound(where='colour', what='unknown'), Unsound(where='status', what='missing')]
    """  # noqa: E501
    return list(_faults(record, TABLES[of], ""))


def _faults(record: object, table: Table, before: str) -> Iterator[Unsound]:
    if not isinstance(record, Mapping):
        yield Unsound(before.rstrip(".") or table.name, table.name)
        return
    kinds = {field.name: field.kind for field in table.fields}
    for name, value in record.items():
        where = f"{before}{name}"
        if name in kinds:
            if not KINDS[kinds[name]](value):
                yield Unsound(where, kinds[name])
        elif name in table.many:
            yield from _nested(value, TABLES[table.many[name]], where)
        elif name in table.one:
            yield from _faults(value, TABLES[table.one[name]], f"{where}.")
        else:
            yield Unsound(where, "unknown")
    for name in table.required:
        if name not in record:
            yield Unsound(f"{before}{name}", "missing")


def _nested(value: object, table: Table, where: str) -> Iterator[Unsound]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        yield Unsound(where, "list")
        return
    for place, one in enumerate(value):
        yield from _faults(one, table, f"{where}[{place}].")
