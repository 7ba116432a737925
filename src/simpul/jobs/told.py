"""How the log tells the acts of this app, said after the name of whoever did them."""

from __future__ import annotations

from simpul.kernel.text import N_

TOLD: dict[str, str] = {
    "anchor_log": N_("anchored the log"),
    "enqueue_job": N_("ordered work in the background"),
    "job_board": N_("looked at the work in the background"),
    "retry_job": N_("had failed work done again"),
}
