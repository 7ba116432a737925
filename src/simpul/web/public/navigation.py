"""The public menu."""

from simpul.kernel.text import N_, Text
from simpul.web.ui.navigation import PUBLIC, Item, declare

declare(PUBLIC, Item(Text(N_("Find help")), "find_help", "life-buoy", rank=10))
