"""Nested records as rows of the tables of a package, and the package's own description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from simpul.directory.rules.hsds.tables import NUMERIC, TABLES, VERSION, Table

Row = tuple[str, dict[str, Any]]  # table, columns
# What is nested for reading only: its row comes from a record of its own.
ELSEWHERE = {"organization", "services", "service", "location", "taxonomy_term", "taxonomy_detail"}
FORMATS = {"uuid": "uuid", "uri": "uri", "email": "email"}
TYPES = {"date": "date", "moment": "datetime"}


def rows_of(record: Mapping[str, Any], of: str) -> Iterator[Row]:
    """The record's own row, then a row for everything nested in it.

    >>> [table for table, _row in rows_of({"id": "1", "phones": [{"id": "2", "number": "0"}]}, "service")]
    ['service', 'phone']
    """
    table = TABLES[of]
    yield of, {name: record[name] for name in table.columns if name in record}
    for name, one in table.one.items():
        if name in record and name not in ELSEWHERE:
            yield from rows_of(record[name], one)
    for name, one in table.many.items():
        for nested in record.get(name, ()) if name not in ELSEWHERE else ():
            yield from rows_of(nested, one)


def descriptor() -> dict[str, Any]:
    """What ``datapackage.json`` says: every table, its columns, how tables point at one another."""
    return {
        "profile": "tabular-data-package",
        "name": "hsds",
        "title": "Direktori layanan (HSDS)",
        "version": VERSION,
        "resources": [_resource(table) for table in TABLES.values()],
    }


def _resource(table: Table) -> dict[str, Any]:
    fields = []
    for one in table.fields:
        field: dict[str, Any] = {"name": one.name, "type": TYPES.get(one.kind, "string")}
        if one.kind in NUMERIC:
            field["type"] = "number"
        if one.kind in FORMATS:
            field["format"] = FORMATS[one.kind]
        if one.kind == "moment":
            field["format"] = "any"
        if one.required:
            field["constraints"] = {"required": True, **({"unique": True} if one.name == "id" else {})}
        fields.append(field)
    keys = [
        {"fields": column, "reference": {"resource": "" if of == table.name else of, "fields": "id"}}
        for column, of in table.links.items()
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file,
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": "id", **({"foreignKeys": keys} if keys else {})},
    }
