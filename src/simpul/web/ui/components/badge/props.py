"""A short word about the state of something."""

from dataclasses import dataclass

from simpul.web.ui.components.tones import Tone


@dataclass(frozen=True)
class Badge:
    label: str
    tone: Tone = "plain"
    icon: str = ""
