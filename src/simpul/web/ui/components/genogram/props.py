"""A genogram and the same in words; ``svg`` comes from ``draw_genogram``, which escapes every label."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from simpul.kernel.text import Text


@dataclass(frozen=True)
class Genogram:
    svg: str
    lines: tuple[Text, ...]

    @property
    def drawing(self) -> SafeString:
        """The engine's own markup, made of escaped labels."""
        return SafeString(self.svg)
