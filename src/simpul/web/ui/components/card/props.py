"""A surface with a heading, a remark or link beside it, and content: ``{% box "card" title=... %}``."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    title: str = ""
    icon: str = ""
    remark: str = ""
    link_label: str = ""
    link_url: str = ""
    count: int | None = None
    tone: str = ""
    flush: bool = False
    anchor: str = ""
    level: int = 2
