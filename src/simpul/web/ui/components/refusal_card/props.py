"""One whole no of the client: to what, to whom, in which words, and where one may ask again."""

from dataclasses import dataclass

from simpul.web.ui.components.badge.props import Badge


@dataclass(frozen=True)
class RefusalCard:
    purpose: str
    state: Badge
    words: str
    explained: str = ""
    said_by: str = ""
    asked_by: str = ""
    recipient: str = ""
    again_url: str = ""
