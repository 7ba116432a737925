"""The parts of a safety plan, in the order in which one thinks of them."""

from __future__ import annotations

from simpul.kernel.text import N_

PARTS: dict[str, str] = {
    "signs": N_("Signs that it becomes dangerous"),
    "own_steps": N_("What I can do myself"),
    "places": N_("Safe places I can go to"),
    "people": N_("People I can call"),
    "services": N_("Services I can call"),
    "things": N_("What I take with me"),
    "children": N_("What the children know and do"),
    "surroundings": N_("How my surroundings become safer"),
}
