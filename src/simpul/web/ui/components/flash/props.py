"""What the last act did, said once on the next page. The frame shows Django's messages with it."""

from dataclasses import dataclass

from simpul.web.ui.components.tones import Tone


@dataclass(frozen=True)
class Flash:
    text: str
    tone: Tone = "good"

    @property
    def icon(self) -> str:
        return {"bad": "octagon-alert", "warn": "triangle-alert", "info": "info"}.get(
            self.tone, "circle-check"
        )
