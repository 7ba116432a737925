"""The portal's menu. Its words say nothing to somebody who looks over the shoulder."""

from simpul.kernel.text import N_, Text
from simpul.web.ui.navigation import PORTAL, Item, declare

declare(
    PORTAL,
    Item(Text(N_("Start")), "portal_home", "house", rank=10),
    Item(Text(N_("Papers")), "portal_papers", "file-text", rank=20),
    Item(Text(N_("My choices")), "portal_choices", "hand", rank=30),
    Item(Text(N_("Who has looked")), "portal_looked", "eye", rank=40),
    Item(Text(N_("My copy")), "portal_copy", "download", rank=50),
)
