"""What happened, newest first. The client's words, the observation and the interpretation look different."""

from dataclasses import dataclass
from datetime import datetime

from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.tones import Tone


@dataclass(frozen=True)
class Entry:
    """``words``: the client's own; ``observation``: what was seen; ``interpretation``: his reading."""

    title: str
    at: datetime
    icon: str = "circle-dot"
    tone: Tone = "primary"
    by: str = ""
    words: str = ""
    observation: str = ""
    interpretation: str = ""
    text: str = ""
    tags: tuple[Badge, ...] = ()
    url: str = ""
    link_label: str = ""
    corrected: bool = False


@dataclass(frozen=True)
class Timeline:
    entries: tuple[Entry, ...]
    empty: str = ""
