"""How the log tells the acts of this app, said after the name of whoever did them."""

from __future__ import annotations

from simpul.kernel.text import N_

TOLD: dict[str, str] = {
    "barrier_pattern": N_("looked at a pattern of barriers"),
    "draft_finding": N_("wrote a finding"),
    "finding_view": N_("read a finding"),
    "findings": N_("looked at the list of findings"),
    "pattern_offices": N_("looked of which offices patterns can be seen"),
    "revise_finding": N_("wrote a finding anew"),
}
