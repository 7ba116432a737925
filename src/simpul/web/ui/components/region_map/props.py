"""A map whose areas are shaded by a number. Small cells stay unshaded; the table says the same."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from simpul.web.ui.components.charts import Series, shown

STEPS = 5
WIDTH = 600.0


@dataclass(frozen=True)
class Area:
    """``rings`` are closed lines of (longitude, latitude); ``value`` None: unknown, or too few to show."""

    label: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
    value: float | None = None
    url: str = ""


@dataclass(frozen=True)
class Place:
    """A point on the map."""

    label: str
    longitude: float
    latitude: float


@dataclass(frozen=True)
class RegionMap:
    title: str
    areas: tuple[Area, ...]
    unit: str = ""
    places: tuple[Place, ...] = ()
    description: str = ""
    label_heading: str = ""

    @property
    def _bounds(self) -> tuple[float, float, float, float]:
        points = [point for area in self.areas for ring in area.rings for point in ring]
        points += [(place.longitude, place.latitude) for place in self.places]
        if not points:
            return 0, 0, 1, 1
        xs, ys = [x for x, _y in points], [y for _x, y in points]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def height(self) -> float:
        west, south, east, north = self._bounds
        return round(min(max(WIDTH * (north - south) / ((east - west) or 1), 160), 900), 1)

    def _spot(self, longitude: float, latitude: float) -> tuple[float, float]:
        west, south, east, north = self._bounds
        scale = min((WIDTH - 16) / ((east - west) or 1), (self.height - 16) / ((north - south) or 1))
        return round(8 + (longitude - west) * scale, 1), round(8 + (north - latitude) * scale, 1)

    @property
    def _limits(self) -> tuple[float, float]:
        known = [area.value for area in self.areas if area.value is not None]
        return (min(known), max(known)) if known else (0, 0)

    def step(self, value: float | None) -> str:
        """The shade of a value: 0 (lightest) to 4, or ``none``."""
        if value is None:
            return "none"
        low, high = self._limits
        return str(min(int((value - low) / ((high - low) or 1) * STEPS), STEPS - 1))

    @property
    def shapes(self) -> tuple[tuple[str, str, str, str], ...]:
        """Path, shade, sentence, address."""
        found = []
        for area in self.areas:
            parts = []
            for ring in area.rings:
                spots = [self._spot(x, y) for x, y in ring]
                parts.append("M" + "L".join(f"{x} {y}" for x, y in spots) + "Z")
            sentence = f"{area.label}: {shown(area.value)} {self.unit}".strip()
            found.append(("".join(parts), self.step(area.value), sentence, area.url))
        return tuple(found)

    @property
    def dots(self) -> tuple[tuple[float, float, str], ...]:
        return tuple((*self._spot(p.longitude, p.latitude), p.label) for p in self.places)

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        low, high = self._limits
        width = (high - low) / STEPS
        steps = [
            (str(n), f"{shown(round(low + n * width, 1))}\N{EN DASH}{shown(round(low + (n + 1) * width, 1))}")
            for n in range(STEPS)
        ]
        gaps = [("none", _("not shown"))] if any(area.value is None for area in self.areas) else []
        return tuple(steps + gaps)

    @property
    def series(self) -> tuple[Series, ...]:
        return (Series(self.unit or _("Value"), tuple(area.value for area in self.areas)),)

    @property
    def rows(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        ordered = sorted(self.areas, key=lambda area: (area.value is None, -(area.value or 0), area.label))
        return tuple((area.label, (shown(area.value),)) for area in ordered)
