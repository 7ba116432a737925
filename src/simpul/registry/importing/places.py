"""Villages that a list names without their codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.reference.queries.regions import villages_named
from simpul.registry.rules.import_rows import RowFacts

Cells = Mapping[str, str]


def put_places(actor: Actor, rows: Sequence[tuple[RowFacts, Cells]]) -> None:
    """Find each village's code by its name and district; a name that fits none or several is a fault."""
    asked = [(facts, cells) for facts, cells in rows if _named_only(facts, cells)]
    names = frozenset(_names(cells) for _facts, cells in asked)
    known = villages_named(actor, names=names) if names else {}
    for facts, cells in asked:
        found = known[_names(cells)]
        if len(found.fitting) == 1:
            facts.region_code = found.fitting[0].code
            continue
        facts.fault("village", *_why(*_names(cells), len(found.fitting), found.bearing))


def _names(cells: Cells) -> tuple[str, str]:
    return cells["village"].strip(), cells.get("district", "").strip()


def _named_only(facts: RowFacts, cells: Cells) -> bool:
    faulty = any(fault.field == "region_code" for fault in facts.faults)
    return not facts.region_code and not faulty and bool(cells.get("village", "").strip())


def _why(village: str, district: str, fitting: int, bearing: int) -> tuple[Text, str]:
    facts = {"village": village[:40], "district": district[:40], "count": fitting}
    code = N_("Write the village's code in a column of its own.")
    if fitting:
        more = N_("Fill in the district too, or write the village's code.")
        return Text(N_("%(count)s villages are called %(village)s."), facts), code if district else more
    if bearing:
        return Text(N_("No village %(village)s lies in the district %(district)s."), facts), N_(
            "Look at village and district again, or write the village's code."
        )
    return Text(N_("No village on the map is called %(village)s."), facts), N_(
        "Write the name as on the map, or the village's code."
    )
