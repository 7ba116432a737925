"""How far it is."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0088  # mean radius (IUGG)


def kilometres(
    latitude: float | None, longitude: float | None, to_latitude: float | None, to_longitude: float | None
) -> float | None:
    """Great-circle distance in km; None when a place is unknown. Roads are longer.

    >>> round(kilometres(-6.9, 107.6, -6.2, 106.8))
    118
    """
    if latitude is None or longitude is None or to_latitude is None or to_longitude is None:
        return None
    a, b = radians(latitude), radians(to_latitude)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(to_longitude - longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))
