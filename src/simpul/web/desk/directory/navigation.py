"""The directory's entries of the desk's menu."""

from simpul.kernel.text import N_, Text
from simpul.web.ui.navigation import DESK, Item, declare

HELP = Text(N_("Directory"))

declare(
    DESK,
    Item(
        Text(N_("Find help")),
        "desk_directory",
        "life-buoy",
        act="directory.find_services",
        group=HELP,
        rank=300,
    ),
    Item(
        Text(N_("Who helps")), "desk_agencies", "hand-helping", act="directory.agencies", group=HELP, rank=310
    ),
    Item(
        Text(N_("Entries to look after")),
        "desk_keeping",
        "refresh-cw",
        act="directory.entries_to_check",
        group=HELP,
        rank=320,
    ),
    Item(
        Text(N_("Other directories")),
        "desk_packages",
        "files",
        act="directory.packages",
        group=HELP,
        rank=330,
    ),
)
