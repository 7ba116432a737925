"""Invented numbers, drawn."""

from __future__ import annotations

from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.bar_chart.props import Bar, BarChart
from simpul.web.ui.components.charts import Series
from simpul.web.ui.components.line_chart.props import LineChart
from simpul.web.ui.components.load_chart.props import Load, LoadChart
from simpul.web.ui.components.region_map.props import Area, Place, RegionMap
from simpul.web.ui.components.stacked_chart.props import StackedChart

MONTHS = ("Jun", "Jul", "Agu", "Sep", "Okt", "Nov")


def _corner(x: int, y: int) -> tuple[float, float]:
    """A corner of the invented regency, shared by the villages around it."""
    return x + ((x * 5 + y * 3) % 7 - 3) * 0.07, (y + ((x * 3 + y * 5) % 7 - 3) * 0.07) * 0.7


def _village(x: int, y: int, n: int) -> Area:
    ring = (_corner(x, y), _corner(x + 1, y), _corner(x + 1, y + 1), _corner(x, y + 1))
    return Area(f"Desa {n + 1}", (ring,), None if n == 12 else (n * 37) % 60 + 5)


def sample_charts() -> dict[str, object]:
    flow = (
        Series("Baru", (42, 51, 47, 63, 58, 71)),
        Series("Selesai", (30, 38, 45, 49, 61, 66)),
    )
    areas = tuple(_village(n % 5, n // 5, n) for n in range(25))
    return {
        "line": LineChart(
            "Arus kasus enam bulan", MONTHS, flow, "Kasus baru dan selesai per bulan.", "Bulan"
        ),
        "bars": BarChart(
            "Keterjangkauan bantuan",
            (
                Bar("Rumah tangga prasejahtera", 412, "86%"),
                Bar("Lansia tunggal", 187, "71%"),
                Bar("Penyandang disabilitas", 143, "64%"),
                Bar("Anak berisiko", None),
            ),
        ),
        "loads": LoadChart(
            "Beban kasus berbobot",
            (
                Load("Ratna Widyastuti", 34, 131, 5, Badge("kelebihan beban", "bad"), "#"),
                Load("Bagus Prakoso", 21, 88, 1, Badge("hampir penuh", "warn"), "#"),
                Load("Nurul Hidayah", 9, 36, 0, Badge("masih longgar", "good")),
            ),
        ),
        "stacked": StackedChart(
            "Risiko menurut kecamatan",
            ("Karangjati", "Sukamaju", "Wanasari"),
            (Series("Tinggi", (12, 7, 3)), Series("Sedang", (31, 22, 18)), Series("Rendah", (40, 51, 27))),
            label_heading="Kecamatan",
        ),
        "map": RegionMap(
            "Peta kebutuhan dan titik distribusi",
            areas,
            "kasus",
            (Place("Titik 1", 1.3, 2.9), Place("Titik 2", 3.5, 1.2)),
            label_heading="Desa",
        ),
    }
