"""The contract of the open directory, made from the same table of fields that the records are checked by."""

from __future__ import annotations

from typing import Any

from simpul.directory.rules.hsds.tables import (
    DAYS,
    FREQUENCIES,
    LOCATION_TYPES,
    NUMERIC,
    STATUSES,
    TABLES,
    VERSION,
    Table,
)  # fmt: skip

FORMATS: dict[str, dict[str, Any]] = {
    "uuid": {"format": "uuid"},
    "uri": {"format": "uri"},
    "email": {"format": "email"},
    "date": {"format": "date"},
    "moment": {"format": "date-time"},
    "clock": {"pattern": r"^([01]\d|2[0-3]):[0-5]\d|^24:00$"},
    "country": {"pattern": "^[A-Z]{2}$"},
    "status": {"enum": list(STATUSES)},
    "place": {"enum": list(LOCATION_TYPES)},
    "day": {"enum": list(DAYS)},
    "freq": {"enum": list(FREQUENCIES)},
    "zone": {"minimum": -12, "maximum": 14},
    "latitude": {"minimum": -90, "maximum": 90},
    "longitude": {"minimum": -180, "maximum": 180},
}
TEXTS = ("search", "taxonomy_term_id", "taxonomy_id", "organization_id")
LISTS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "services": ("service", (*TEXTS, "modified_after"), ("full", "minimal")),
    "organizations": ("organization", TEXTS[:3], ("full", "full_service")),
    "service_at_locations": ("service_at_location", (*TEXTS, "modified_after"), ("full",)),
    "taxonomies": ("taxonomy", ("search",), ()),
    "taxonomy_terms": ("taxonomy_term", ("search", "taxonomy_id", "parent_id"), ("top_only",)),
}


def contract_of(address: str) -> dict[str, Any]:
    """The whole contract, for a server at this address."""
    paths: dict[str, Any] = {"/": {"get": _read("About this API", {"$ref": "#/components/schemas/about"})}}
    for name, (table, texts, switches) in LISTS.items():
        one = {"$ref": f"#/components/schemas/{table}"}
        paths[f"/{name}"] = {"get": _list(name, one, texts, switches)}
        paths[f"/{name}/{{id}}"] = {"get": _single(name, one)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Simpul: directory of services",
            "version": VERSION,
            "description": "Open Referral HSDS. Places under protection are reached by telephone only.",
        },
        "servers": [{"url": address}],
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


def _schemas() -> dict[str, Any]:
    found = {name: _schema(table) for name, table in TABLES.items()}
    found["about"] = _object({"version": "text", "profile": "uri", "openapi_url": "uri"})
    found["minimal"] = _object({"id": "uuid", "last_modified": "moment"})
    found["fault"] = {
        "type": "object", "required": ["status", "message"],
        "properties": {"status": {"type": "integer"}, "message": {"type": "string"}},
    }  # fmt: skip
    return found


def _schema(table: Table) -> dict[str, Any]:
    properties = {field.name: _kind(field.kind) for field in table.fields}
    for name, of in table.many.items():
        properties[name] = {"type": "array", "items": {"$ref": f"#/components/schemas/{of}"}}
    for name, of in table.one.items():
        properties[name] = {"$ref": f"#/components/schemas/{of}"}
    return {
        "type": "object", "required": list(table.required), "additionalProperties": False,
        "properties": properties,
    }  # fmt: skip


def _object(fields: dict[str, str]) -> dict[str, Any]:
    return {
        "type": "object", "required": list(fields), "additionalProperties": False,
        "properties": {name: _kind(kind) for name, kind in fields.items()},
    }  # fmt: skip


def _kind(kind: str) -> dict[str, Any]:
    return {"type": "number" if kind in NUMERIC else "string", **FORMATS.get(kind, {})}


def _read(summary: str, schema: dict[str, Any], *codes: int) -> dict[str, Any]:
    fault = {"application/json": {"schema": {"$ref": "#/components/schemas/fault"}}}
    answers: dict[str, Any] = {
        "200": {"description": summary, "content": {"application/json": {"schema": schema}}},
        "304": {"description": "Nothing is new."},
        "429": {"description": "Too fast.", "content": fault},
    }
    answers |= {str(code): {"description": "What is wrong.", "content": fault} for code in codes}
    return {"summary": summary, "responses": answers}


def _single(name: str, one: dict[str, Any]) -> dict[str, Any]:
    found = _read(f"One of {name}", one, 400, 404)
    place = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
    switch = [_query("full_service", {"type": "boolean"})] if name == "organizations" else []
    return found | {"parameters": [place, *switch]}


def _list(
    name: str, one: dict[str, Any], texts: tuple[str, ...], switches: tuple[str, ...]
) -> dict[str, Any]:
    item = {"anyOf": [one, {"$ref": "#/components/schemas/minimal"}]} if "minimal" in switches else one
    flags = {name: {"type": "boolean"} for name in ("first_page", "last_page", "empty")}
    counts = {n: {"type": "integer"} for n in ("total_items", "total_pages", "page_number", "size")}
    page = {**counts, **flags, "contents": {"type": "array", "items": item}}
    schema = {"type": "object", "required": list(page), "properties": page}
    found = _read(f"A page of {name}", schema, 400)
    found["responses"]["200"]["content"]["application/x-ndjson"] = {"schema": {"type": "string"}}
    asked = [_query(one, _asked(one)) for one in texts]
    asked += [_query(one, {"type": "boolean"}) for one in switches]
    asked += [
        _query("page", {"type": "integer", "minimum": 1, "maximum": 1_000_000}),
        _query("per_page", {"type": "integer", "minimum": 1, "maximum": 1000}),
        _query("format", {"enum": ["json", "ndjson"]}),
    ]
    return found | {"parameters": asked}


def _asked(name: str) -> dict[str, Any]:
    if name == "modified_after":
        return {"type": "string", "format": "date-time"}
    return {"type": "string", "maxLength": 200}


def _query(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema}
