"""Takes the villages of a regency from a region table."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path

from simpul.config.demo.population.people import Village

DEMO = Path(__file__).resolve().parents[5] / "reference" / "demo-regency" / "regions.csv"
USUAL_WEIGHT = 1400


def read_villages(path: Path = DEMO, *, within: str = "35.69") -> tuple[Village, ...]:
    """The villages under a code, with the names above them; CSV or CSV.GZ."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(text))}
    names = {code: row["name"] for code, row in rows.items()}
    found = []
    for code, row in rows.items():
        if len(code) != 13 or not code.startswith(within):
            continue
        found.append(
            Village(
                code=code,
                name=row["name"],
                district=names.get(code[:8], ""),
                regency=names.get(code[:5], "").removeprefix("Kabupaten ").removeprefix("Kota "),
                province=names.get(code[:2], "Jawa Timur" if within.startswith("35") else ""),
                lat=float(row["lat"]) if row.get("lat") else None,
                lng=float(row["lng"]) if row.get("lng") else None,
                weight=int(row.get("population") or 0) or USUAL_WEIGHT,
                urban=code[9] == "1",
            )
        )
    return tuple(found)
