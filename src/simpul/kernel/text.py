"""Sentences for people, written in English where they arise and translated where they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(msgid: str) -> str:
    """Mark a sentence for the catalogue without translating it yet."""
    return msgid


@dataclass(frozen=True)
class Text:
    """A translatable sentence and the values of its named placeholders (``%(name)s``)."""

    msgid: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.msgid % self.params if self.params else self.msgid
