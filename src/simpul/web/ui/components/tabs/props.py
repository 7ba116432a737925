"""Parts of one record, each with an address of its own."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    current: bool = False
    count: int | None = None
    icon: str = ""


@dataclass(frozen=True)
class Tabs:
    label: str
    items: tuple[Tab, ...]
