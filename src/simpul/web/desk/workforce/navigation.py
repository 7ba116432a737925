"""Administration's entries of the desk's menu."""

from simpul.kernel.text import N_, Text
from simpul.web.ui.navigation import DESK, Item, declare

OFFICE = Text(N_("Office"))
OVERSIGHT = Text(N_("Oversight"))

declare(
    DESK,
    Item(
        Text(N_("Offices")), "desk_offices", "building-2", act="workforce.office_tree", group=OFFICE, rank=700
    ),
    Item(Text(N_("Staff")), "desk_people", "users-round", act="workforce.staff_list", group=OFFICE, rank=710),
    Item(
        Text(N_("Away and cover")),
        "desk_away",
        "calendar-clock",
        act="workforce.absences",
        group=OFFICE,
        rank=720,
    ),
    Item(
        Text(N_("Ties and supervision")),
        "desk_ties",
        "unlink",
        act="workforce.declared_conflicts",
        group=OFFICE,
        rank=725,
    ),
    Item(
        Text(N_("Roles")),
        "desk_roles",
        "shield-check",
        act="workforce.pending_grants",
        group=OFFICE,
        rank=730,
    ),
    Item(
        Text(N_("Emergency readings")),
        "desk_glasses",
        "siren",
        act="registry.broken_glasses",
        group=OVERSIGHT,
        rank=800,
    ),
    Item(
        Text(N_("Log")), "desk_audit", "file-search", act="safeguards.audit_trail", group=OVERSIGHT, rank=810
    ),
    Item(
        Text(N_("My reflections")),
        "desk_reflections",
        "notebook-pen",
        act="workforce.write_reflection",
        rank=60,
    ),
)
