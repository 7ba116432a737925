"""What the reader must know before he goes on; ``{% box "notice" ... %}`` when there is more to say."""

from dataclasses import dataclass

from simpul.web.ui.components.tones import Tone


@dataclass(frozen=True)
class Notice:
    title: str
    text: str = ""
    tone: Tone = "info"
    urgent: bool = False

    @property
    def icon(self) -> str:
        return {"bad": "octagon-alert", "warn": "triangle-alert", "good": "circle-check"}.get(
            self.tone, "info"
        )
