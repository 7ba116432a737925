"""Words of a form in each of its languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_CODE = re.compile(r"\(([A-Za-z]{2,3})(?:[-_][A-Za-z]+)?\)\s*$")


@dataclass(frozen=True)
class Words:
    """One sentence per language code; "" is the language of a form that names none."""

    by_language: Mapping[str, str] = field(default_factory=dict)

    def say(self, language: str) -> str:
        """The sentence in a language, else in any other: a form half translated is still a form.

        >>> Words({"id": "Nama", "en": "Name"}).say("en")
        'Name'
        """
        for code in (language, "", "id", "en"):
            if self.by_language.get(code):
                return self.by_language[code]
        return next((words for words in self.by_language.values() if words), "")

    def __bool__(self) -> bool:
        return any(self.by_language.values())


def language_code(heading: str) -> str:
    """``Bahasa Indonesia (id)`` → ``id``; a heading without a code keeps its own name."""
    match = _CODE.search(heading)
    return match.group(1).lower() if match else heading.strip()


def words_from(value: object) -> Words:
    """A label as pyxform gives it: one text, or one per language heading."""
    if isinstance(value, Mapping):
        return Words({language_code(str(key)): str(text) for key, text in value.items()})
    return Words({"": str(value)}) if value not in {None, ""} else Words()
