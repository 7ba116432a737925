"""The desk's menu: pages that every member of staff needs. Other rooms add theirs in their own module."""

from simpul.kernel.text import N_, Text
from simpul.web.desk.directory import navigation as _directory  # noqa: F401  (declares its entries)
from simpul.web.desk.patterns import navigation as _patterns  # noqa: F401  (declares its entries)
from simpul.web.desk.plans import navigation as _plans  # noqa: F401  (declares its entries)
from simpul.web.desk.referral import navigation as _referral  # noqa: F401  (declares its entries)
from simpul.web.desk.registry import navigation as _registry  # noqa: F401  (declares its entries)
from simpul.web.desk.workforce import navigation as _workforce  # noqa: F401  (declares its entries)
from simpul.web.ui.navigation import DESK, Item, declare

declare(
    DESK,
    Item(Text(N_("Today")), "desk_home", "house", rank=10, thumb=True),
    Item(Text(N_("Cases")), "desk_cases", "folder", act="casework.find_cases", rank=20, thumb=True),
    Item(
        Text(N_("Supervisor's board")),
        "desk_board",
        "layout-dashboard",
        act="casework.supervisor_board",
        rank=25,
    ),
    Item(Text(N_("Tasks")), "desk_tasks", "list-checks", act="worklist.my_tasks", rank=30, thumb=True),
    Item(Text(N_("Inbox")), "desk_inbox", "inbox", act="notices.inbox", rank=40, thumb=True),
    Item(Text(N_("Drafts")), "desk_drafts", "file-pen", act="worklist.my_drafts", rank=45),
    Item(
        Text(N_("Forms")),
        "desk_instruments",
        "clipboard-list",
        act="instruments.instrument_catalogue",
        rank=60,
    ),
)
