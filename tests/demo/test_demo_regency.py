"""The fictional regency: made by its script, small, whole, and nowhere on the real map."""

from __future__ import annotations

import csv
import importlib.util
import itertools
import json
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from simpul.reference.rules.boundaries import read_outlines
from simpul.reference.rules.region_table import read_table
from tests.reference.shared_data import national_table

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "reference" / "demo-regency"


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_demo_regency", ROOT / "scripts" / "make_demo_regency.py"
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (FILES / "regions.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_script_makes_exactly_the_files_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = generator()
    monkeypatch.setattr(module, "HERE", tmp_path)
    module.main()
    for name in ("regions.csv", "boundaries.geojson"):
        assert (tmp_path / name).read_bytes() == (FILES / name).read_bytes(), (
            f"run scripts/make_demo_regency.py: {name}"
        )


def test_one_regency_twenty_districts_three_hundred_villages(rows: list[dict[str, str]]) -> None:
    assert Counter(len(row["code"]) for row in rows) == {5: 1, 8: 20, 13: 300}
    assert sum(path.stat().st_size for path in FILES.iterdir()) < 1_000_000


def test_some_village_names_come_back_and_populations_add_up(rows: list[dict[str, str]]) -> None:
    villages = [row for row in rows if len(row["code"]) == 13]
    names = Counter(row["name"] for row in villages)
    assert names.most_common(1)[0][1] >= 4
    per_district = {(row["code"][:8], row["name"]) for row in villages}
    assert len(per_district) == 300, "but not twice in one district"
    for row in rows:
        below = [int(other["population"]) for other in villages if other["code"].startswith(row["code"])]
        assert int(row["population"]) == sum(below)


def test_shipped_files_pass_the_checks_of_the_loader(rows: list[dict[str, str]]) -> None:
    assert read_table((FILES / "regions.csv").read_text(encoding="utf-8")).faults == ()
    known = {row["code"] for row in rows}
    outlines, faults = read_outlines((FILES / "boundaries.geojson").read_text(encoding="utf-8"), known)
    assert faults == () and {outline.code for outline in outlines} == known


def area(ring: list[list[float]]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring)) / 2


def test_villages_fill_their_district_and_districts_the_regency() -> None:
    features = json.loads((FILES / "boundaries.geojson").read_text(encoding="utf-8"))["features"]
    areas = {
        feature["properties"]["code"]: sum(area(ring) for ring in feature["geometry"]["coordinates"])
        for feature in features
    }
    assert all(size > 0 for size in areas.values()), "outer rings run counter-clockwise"
    for above, length in (("35.69", 8), ("35.69", 13), ("35.69.07", 13)):
        parts = sum(size for code, size in areas.items() if len(code) == length and code.startswith(above))
        assert parts == pytest.approx(areas[above], rel=1e-9)


def test_nothing_of_it_exists() -> None:
    table = national_table()
    assert ",Kabupaten Tirtamaya" not in table and "\n35.69" not in table
    for name in generator().DISTRICT_NAMES:
        assert f",{name}," not in table, name
