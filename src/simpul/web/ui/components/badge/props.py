"""A short word about the state of something."""

from dataclasses import dataclass
from typing import ClassVar

from simpul.web.ui.components.tones import Tone


@dataclass(frozen=True)
class Badge:
    STEADY: ClassVar = True

    label: str
    tone: Tone = "plain"
    icon: str = ""
