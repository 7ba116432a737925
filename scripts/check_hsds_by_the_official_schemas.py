"""Read a whole HSDS address and check each page and record against Open Referral's own JSON schemas.

    python scripts/check_hsds_by_the_official_schemas.py <folder with schema/> http://127.0.0.1:8000/api/hsds

Not part of the tests: the schemas are not ours to keep here, and ``jsonschema`` is no dependency. Run it in
an environment of its own. The check is strict: what the schemas do not name is a fault.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

LISTS = {
    "services": ("compiled/service_list.json", "compiled/service.json"),
    "organizations": ("compiled/organization_list.json", "compiled/organization.json"),
    "service_at_locations": ("compiled/service_at_location_list.json", "compiled/service_at_location.json"),
    "taxonomies": ("taxonomy.json", "taxonomy.json"),
    "taxonomy_terms": ("taxonomy_term.json", "taxonomy_term.json"),
}
PAGE = ("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents")


def strict(schema: Any) -> Any:
    """The same schema, refusing what it does not name; links to other files are taken for any object."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if str(schema.get("$ref", "")).endswith(".json"):
        return {"type": "object"}
    closed = {name: strict(value) for name, value in schema.items()}
    return closed | ({"additionalProperties": False} if "properties" in schema else {})


def read(address: str) -> Any:
    with urlopen(address) as answer:  # noqa: S310
        return json.load(answer)


def pages(address: str) -> Iterator[dict[str, Any]]:
    number, last = 1, False
    while not last:
        page = read(f"{address}{'&' if '?' in address else '?'}per_page=200&page={number}")
        yield page
        number, last = number + 1, page["last_page"]


def main(folder: str, address: str) -> int:
    from jsonschema import Draft202012Validator, FormatChecker

    faults: list[str] = []
    for name, (short, long) in LISTS.items():
        checks = [
            Draft202012Validator(
                strict(json.loads((Path(folder) / "schema" / file).read_text(encoding="utf-8"))),
                format_checker=FormatChecker(),
            )
            for file in (short, long)
        ]
        counted = 0
        for form, check in (
            ("", checks[0]),
            ("?full=true", checks[1]),
            ("?full=true&full_service=true", checks[1]),
        ):
            for page in pages(f"{address}/{name}{form}"):
                faults += [] if tuple(page) == PAGE else [f"{name}: page has {list(page)}"]
                for one in page["contents"]:
                    counted += 1
                    faults += [
                        f"{name} {one['id']} {'/'.join(map(str, e.path))}: {e.message[:120]}"
                        for e in check.iter_errors(one)
                    ]
        for one in read(f"{address}/{name}?per_page=20")["contents"]:
            counted += 1
            whole = read(f"{address}/{name}/{one['id']}")
            faults += [f"{name}/{one['id']}: {e.message[:120]}" for e in checks[1].iter_errors(whole)]
        sys.stdout.write(f"{name}: {counted} records read\n")
    sys.stdout.write("\n".join(faults[:40]) + f"\n{len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
