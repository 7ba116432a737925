"""A few actions behind one button; opens without script."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MenuItem:
    """A link, or with ``post`` a button that sends a form (log out, restore)."""

    label: str
    url: str
    icon: str = ""
    post: bool = False
    danger: bool = False


@dataclass(frozen=True)
class Menu:
    label: str
    items: tuple[MenuItem, ...]
    icon: str = "ellipsis"
    quiet_label: bool = False
