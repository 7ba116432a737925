"""A link that looks like a button, or a button that sends its form."""

from dataclasses import dataclass
from typing import Literal

Weight = Literal["primary", "plain", "quiet", "danger"]


@dataclass(frozen=True)
class Button:
    """With ``url`` a link; without, a submit button that may carry ``name`` and ``value``."""

    label: str
    url: str = ""
    icon: str = ""
    weight: Weight = "plain"
    name: str = ""
    value: str = ""
    form: str = ""
    small: bool = False
    download: bool = False

    @property
    def css(self) -> str:
        parts = [
            "button",
            "" if self.weight == "plain" else f"is-{self.weight}",
            "is-small" if self.small else "",
        ]
        return " ".join(part for part in parts if part)
