"""A place where an agency helps."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from simpul.directory import policies
from simpul.directory.choices import Access, PlaceKind
from simpul.directory.commands._edition import new_edition
from simpul.directory.errors import missing, not_in, not_regions, refuse_faults
from simpul.directory.models import Agency, Place
from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Agency, reach=policies.agency_reach)
def add_place(
    actor: Actor,
    agency: Agency,
    *,
    kind: str = PlaceKind.PHYSICAL,
    name: str = "",
    address: str = "",
    region_code: str = "",
    latitude: float | None = None,
    longitude: float | None = None,
    access: Sequence[str] = (),
    sealed: bool = False,
) -> uuid.UUID:
    """Add a place. A sealed one keeps its address encrypted and nothing else: it is reached by telephone."""
    refuse_faults([*_faults(kind, address, region_code, latitude, longitude, access, sealed)])
    if sealed:
        place = Place(agency=agency, kind=PlaceKind.VIRTUAL, sealed=True, safe_address=address.strip())
    else:
        place = Place(
            agency=agency, kind=kind, name=name.strip(), address=address.strip(), region_code=region_code,
            latitude=latitude, longitude=longitude, access=list(access),
        )  # fmt: skip
    place.save()
    new_edition()
    note_in_audit(place=str(place.id), sealed=sealed)
    place_id: uuid.UUID = place.id
    return place_id


def _faults(
    kind: str,
    address: str,
    region_code: str,
    latitude: float | None,
    longitude: float | None,
    access: Sequence[str],
    sealed: bool,
) -> list[FieldFault | None]:
    found = [not_in("kind", [kind], PlaceKind.values), not_in("access", access, Access.values)]
    if not sealed and kind == PlaceKind.PHYSICAL:
        found.append(missing("address", address, Text(N_("Write the address, so that people find it."))))
        found.append(not_regions("region_code", [region_code]))
    if (latitude is None) != (longitude is None):
        found.append(FieldFault("latitude", Text(N_("Give both numbers of the point, or none."))))
    elif (
        latitude is not None and longitude is not None and not (abs(latitude) <= 90 and abs(longitude) <= 180)
    ):
        found.append(FieldFault("latitude", Text(N_("This point is not on the earth."))))
    return found
