"""The desk's entries for patterns and findings."""

from simpul.kernel.text import N_, Text
from simpul.web.ui.navigation import DESK, Item, declare

CAUSES = Text(N_("From case to cause"))

declare(
    DESK,
    Item(
        Text(N_("Patterns")),
        "desk_patterns",
        "octagon-alert",
        act="advocacy.pattern_offices",
        group=CAUSES,
        rank=340,
    ),
    Item(Text(N_("Findings")), "desk_findings", "file-pen", act="advocacy.findings", group=CAUSES, rank=350),
)
