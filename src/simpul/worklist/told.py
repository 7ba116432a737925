"""How the log tells the acts of this app, said after the name of whoever did them."""

from __future__ import annotations

from simpul.kernel.text import N_

TOLD: dict[str, str] = {
    "assign_task": N_("gave a task"),
    "carry_tasks": N_("put the tasks of two files together"),
    "case_tasks": N_("opened the case"),
    "drop_draft": N_("dropped an unsent text"),
    "escalate_tasks": N_("told of overdue tasks"),
    "keep_draft": N_("wrote in a form without sending it yet"),
    "my_draft": N_("went on with an unsent text"),
    "my_drafts": N_("looked at unsent texts"),
    "my_tasks": N_("saw a task about the case in a list"),
    "pass_case_tasks": N_("passed the tasks of the case on"),
    "pass_task": N_("passed a task on"),
    "settle_task": N_("settled a task"),
    "tick_off_task": N_("ticked a task off"),
    "unit_tasks": N_("saw a task about the case in a list"),
}
