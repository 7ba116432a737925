"""The registry's entries of the desk's menu."""

from simpul.kernel.text import N_, Text
from simpul.web.ui.navigation import DESK, Item, declare

PEOPLE = Text(N_("Persons"))

declare(
    DESK,
    Item(
        Text(N_("Search")), "desk_search", "user-search", act="registry.search_persons", rank=20, thumb=True
    ),
    Item(
        Text(N_("Register a person")),
        "register_person",
        "user-plus",
        act="registry.register_person",
        group=PEOPLE,
        rank=200,
    ),
    Item(
        Text(N_("One person or two?")),
        "desk_merges",
        "git-merge",
        act="registry.merge_persons",
        group=PEOPLE,
        rank=210,
    ),
    Item(Text(N_("Imports")), "desk_imports", "upload", act="registry.my_imports", group=PEOPLE, rank=220),
)
