"""Entries of the desk's menu for conferences and complaints."""

from simpul.kernel.text import N_, Text
from simpul.web.ui.navigation import DESK, Item, declare

declare(
    DESK,
    Item(
        Text(N_("Invitations")),
        "desk_invitations",
        "messages-square",
        act="casework.my_invitations",
        rank=42,
    ),
    Item(Text(N_("Complaints")), "desk_complaints", "megaphone", act="casework.complaints", rank=44),
)
