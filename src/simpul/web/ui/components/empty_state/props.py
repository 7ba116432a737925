"""Nothing here yet, and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EmptyState:
    title: str
    what_to_do: str
    icon: str = "inbox"
    link_label: str = ""
    link_url: str = ""
