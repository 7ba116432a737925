"""Checks outlines that somebody brings as GeoJSON, and makes them small."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any

from simpul.kernel.text import N_, Text
from simpul.reference.errors import RowFault
from simpul.reference.rules.region_table import EAST, FAULT_LIMIT, NORTH, SOUTH, WEST
from simpul.reference.rules.regions import CODE

PLACES = 5


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of one region: compact GeoJSON geometry and the box around it."""

    code: str
    geometry: str
    west: float
    south: float
    east: float
    north: float


class _Bad(Exception):
    def __init__(self, msgid: str, **params: object) -> None:
        super().__init__(msgid)
        self.text = Text(msgid, params)


def read_outlines(text: str, known: Container[str]) -> tuple[tuple[Outline, ...], tuple[RowFault, ...]]:
    """The outlines of a FeatureCollection; row numbers count its features from 1."""
    try:
        features = json.loads(text)["features"]
        if not isinstance(features, list) or not features:
            raise ValueError
    except (ValueError, KeyError, TypeError, RecursionError):
        fault = Text(N_("The boundary file is not a GeoJSON FeatureCollection. Export it again as GeoJSON."))
        return (), (RowFault(0, fault),)
    outlines: dict[str, Outline] = {}
    faults: list[RowFault] = []
    for number, feature in enumerate(features, start=1):
        try:
            outline = _outline(feature)
            if outline.code not in known:
                raise _Bad(
                    N_("Region %(code)s is not loaded. Load its table first, or drop the outline."),
                    code=outline.code,
                )
            if outline.code in outlines:
                raise _Bad(N_("Region %(code)s has two outlines. Keep one."), code=outline.code)
            outlines[outline.code] = outline
        except _Bad as bad:
            faults.append(RowFault(number, bad.text))
            if len(faults) >= FAULT_LIMIT:
                break
    return tuple(outlines.values()), tuple(faults)


def _outline(feature: Any) -> Outline:
    if not isinstance(feature, dict):
        raise _Bad(N_("This is not a GeoJSON feature. Export the file again."))
    properties = feature.get("properties")
    code = str((properties if isinstance(properties, dict) else {}).get("code") or feature.get("id") or "")
    if not CODE.fullmatch(code):
        raise _Bad(N_("The feature names no region code. Put it in the property code."))
    given = feature.get("geometry")
    geometry: dict[str, Any] = given if isinstance(given, dict) else {}
    kind = geometry.get("type")
    if kind not in {"Polygon", "MultiPolygon"}:
        raise _Bad(N_("The outline of %(code)s must be a Polygon or a MultiPolygon."), code=code)
    try:
        polygons = [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]
        shape = [[_ring(code, ring) for ring in polygon] for polygon in polygons]
        lngs = [lng for polygon in shape for ring in polygon for lng, _lat in ring]
        lats = [lat for polygon in shape for ring in polygon for _lng, lat in ring]
    except (TypeError, ValueError, KeyError):
        raise _Bad(
            N_("The coordinates of %(code)s cannot be read. Export the outline again."), code=code
        ) from None
    if not lngs:
        raise _Bad(N_("The outline of %(code)s is empty."), code=code)
    small = {"type": kind, "coordinates": shape[0] if kind == "Polygon" else shape}
    return Outline(code, json.dumps(small, separators=(",", ":")), min(lngs), min(lats), max(lngs), max(lats))


def _ring(code: str, ring: Any) -> list[tuple[float, float]]:
    points = list(_points(code, ring))
    if len(points) < 4 or points[0] != points[-1]:
        raise _Bad(
            N_("An outline of %(code)s is not closed: its last point must repeat the first."), code=code
        )
    return points


def _points(code: str, ring: Any) -> Iterator[tuple[float, float]]:
    for point in ring:
        lng, lat = round(float(point[0]), PLACES), round(float(point[1]), PLACES)
        if SOUTH <= lng <= NORTH and WEST <= lat <= EAST:
            raise _Bad(
                N_("Coordinates of %(code)s are swapped: GeoJSON wants longitude first, then latitude."),
                code=code,
            )
        if not (SOUTH <= lat <= NORTH and WEST <= lng <= EAST):
            raise _Bad(N_("Coordinates of %(code)s lie outside Indonesia."), code=code)
        yield lng, lat
