"""A surface with a heading, a remark or link beside it, and content: ``{% box "card" title=... %}``.

``help`` stands behind a question mark beside the heading, for whoever meets the thing for the first time.
"""

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
    help: str = ""
