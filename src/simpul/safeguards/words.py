"""What each act is called when the log is told to people: each app's ``told.py``, read once at start.

The phrase follows the name of whoever did it. A log is older than the version that reads it, so an act
that is no more is told by its kind; none is left out.
"""

from __future__ import annotations

import importlib
import importlib.util
from functools import cache

from django.apps import apps

from simpul.kernel.text import N_

BY_KIND = {
    "query": N_("read records"),
    "command": N_("recorded something"),
    "step": N_("recorded something"),
}


@cache
def told_acts() -> dict[str, str]:
    """Every act (``app.act``) with its words."""
    found: dict[str, str] = {}
    for config in apps.get_app_configs():
        if config.name.startswith("simpul.") and importlib.util.find_spec(f"{config.name}.told"):
            told: dict[str, str] = importlib.import_module(f"{config.name}.told").TOLD
            found.update({f"{config.label}.{act}": words for act, words in told.items()})
    return found


def words_for(act: str, outcome: str = "read") -> str:
    """How an act is told; one without words by what its line says of it."""
    return told_acts().get(act) or BY_KIND["query" if outcome == "read" else "command"]
