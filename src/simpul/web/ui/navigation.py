"""What each audience's menus hold. Audiences declare their items in a module ``navigation`` of their own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.http import HttpRequest

from simpul.kernel.text import Text
from simpul.safeguards import permissions
from simpul.web.ui.addresses import to

DESK, PORTAL, PUBLIC = "desk", "portal", "public"


@dataclass(frozen=True)
class Item:
    """One entry of a menu.

    ``act`` names the act that the page behind it needs; who lacks it does not see the entry.
    ``rank`` orders groups and entries; ``thumb`` puts it into the bar below on a phone (at most four).
    """

    label: Text
    url_name: str
    icon: str
    act: str = ""
    group: Text | None = None
    rank: int = 100
    thumb: bool = False


@dataclass(frozen=True)
class Link:
    """An item as one reader sees it."""

    label: Text
    url: str
    icon: str
    current: bool
    thumb: bool


@dataclass(frozen=True)
class Group:
    """Links below one heading; the first group has none."""

    label: Text | None
    links: tuple[Link, ...] = field(default=())


_items: dict[str, list[Item]] = {DESK: [], PORTAL: [], PUBLIC: []}


def declare(audience: str, *items: Item) -> None:
    """Add entries to an audience's menu; the same entry twice counts once."""
    held = _items[audience]
    held.extend(item for item in items if item not in held)


def declared(audience: str) -> tuple[Item, ...]:
    return tuple(sorted(_items[audience], key=lambda item: item.rank))


def _visible(request: HttpRequest, item: Item) -> bool:
    actor = getattr(request, "actor", None)
    return not item.act or (actor is not None and permissions.may(actor, item.act))


def menu(request: HttpRequest, audience: str) -> tuple[Group, ...]:
    """The groups that this reader sees, with the entry of the present page marked."""
    links = [
        (item, Link(item.label, to(item.url_name), item.icon, False, item.thumb))
        for item in declared(audience)
        if _visible(request, item)
    ]
    here = max((link.url for _, link in links if request.path.startswith(link.url)), key=len, default="")
    if here == "/" and request.path != "/":
        here = ""
    headings: dict[str, Text | None] = {}
    groups: dict[str, list[Link]] = {}
    for item, link in links:
        name = item.group.msgid if item.group else ""
        headings.setdefault(name, item.group)
        groups.setdefault(name, []).append(replace(link, current=link.url == here))
    return tuple(Group(headings[name], tuple(entries)) for name, entries in groups.items())
