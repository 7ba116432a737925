"""Numbered places on an outline of their surroundings. The list beside it says the same in words."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.web.ui.components.region_map.props import Area, Place, RegionMap


@dataclass(frozen=True)
class Spot:
    """A place with the number that it has in the list."""

    number: int
    label: str
    longitude: float
    latitude: float


@dataclass(frozen=True)
class PlaceMap:
    """``outlines`` are the areas around, drawn without a value."""

    title: str
    spots: tuple[Spot, ...]
    outlines: tuple[Area, ...] = ()

    @property
    def _ground(self) -> RegionMap:
        places = tuple(Place(one.label, one.longitude, one.latitude) for one in self.spots)
        return RegionMap(self.title, self.outlines, places=places)

    @property
    def height(self) -> float:
        return self._ground.height

    @property
    def shapes(self) -> tuple[tuple[str, str], ...]:
        """Path and name of each outline."""
        names = [area.label for area in self.outlines]
        return tuple((shape[0], name) for shape, name in zip(self._ground.shapes, names, strict=True))

    @property
    def dots(self) -> tuple[tuple[float, float, int, str], ...]:
        """Where each number stands."""
        ground = self._ground.dots
        return tuple(
            (x, y, one.number, one.label) for (x, y, _l), one in zip(ground, self.spots, strict=True)
        )
