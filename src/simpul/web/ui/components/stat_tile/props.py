"""One number that somebody acts upon."""

from dataclasses import dataclass

from simpul.web.ui.components.sparkline.props import Sparkline
from simpul.web.ui.components.tones import Tone


@dataclass(frozen=True)
class StatTile:
    label: str
    value: str
    note: str = ""
    icon: str = ""
    tone: Tone = "plain"
    url: str = ""
    trend: Sparkline | None = None
