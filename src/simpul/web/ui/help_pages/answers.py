"""The directory's answers as pages show them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable

from django.utils.translation import gettext as _

from simpul.directory.queries.find_services import FoundService, FoundServices
from simpul.kernel.actor import Actor
from simpul.reference.queries.regions import region_outlines
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.place_map.props import PlaceMap, Spot
from simpul.web.ui.components.region_map.props import Area
from simpul.web.ui.components.service_card.props import ServiceCard
from simpul.web.ui.language import say

MOST_ON_MAP = 20


def cards(found: FoundServices, address: Callable[[FoundService], str]) -> tuple[ServiceCard, ...]:
    """One card for each answer, best first."""
    return tuple(_card(number, row, address(row)) for number, row in enumerate(found.rows, 1))


def _card(number: int, row: FoundService, url: str) -> ServiceCard:
    marks = []
    if row.fit == "does_not_fit":
        marks.append(Badge(_("Does not fit"), "warn"))
    if row.open_now:
        marks.append(Badge(_("Open now"), "good"))
    return ServiceCard(
        f"{number}. {row.name}", url, row.agency, row.place, row.phone, tuple(marks),
        tuple(say(text) for text in row.reasons), tuple(say(text) for text in row.against),
        tuple(say(text) for text in row.unknown),
    )  # fmt: skip


def places_map(actor: Actor, found: FoundServices) -> PlaceMap | None:
    """Where the first answers lie, on the outlines of their regency; nothing when none has a point.

    Sealed places never have one.
    """
    spots = tuple(
        Spot(number, f"{row.name}, {row.agency}", row.longitude, row.latitude)
        for number, row in enumerate(found.rows[:MOST_ON_MAP], 1)
        if row.latitude is not None and row.longitude is not None
    )
    regencies = Counter(row.region_code[:5] for row in found.rows if row.region_code)
    if not spots or not regencies:
        return None
    within = regencies.most_common(1)[0][0]
    outlines = region_outlines(actor, within=within, level="district")
    return PlaceMap(
        _("Where they are"), spots, tuple(Area(one.name, _rings(one.geometry)) for one in outlines)
    )


def _rings(geometry: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The outer lines of a GeoJSON polygon or multipolygon."""
    shape = json.loads(geometry)
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    return tuple(tuple((x, y) for x, y, *_z in polygon[0]) for polygon in polygons)
