"""Whether a district is or once was on the map, for numbers that carry its code."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.reference.models import Region
from simpul.safeguards.gate import query


@query(silent=True)
def district_was_on_map(actor: Actor, *, code: str) -> bool | None:
    """Codes that were split or renamed count: the map keeps its past. Nothing is said of a province of which
    no district is loaded.
    """
    if Region.objects.filter(code=code, level="district").exists():
        return True
    within = Region.objects.filter(level="district", code__startswith=code[:3])
    return False if within.exists() else None
