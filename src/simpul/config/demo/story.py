"""The stories of the demo as data: what people come with, say, choose and reach. Texts lie in stories/*.yaml.

A text is one string or a list of strings to choose from; words in braces are filled in from the cast.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "stories"


@dataclass(frozen=True)
class Story:
    """One template; ``facts`` is its YAML as read."""

    code: str
    facts: Mapping[str, Any]

    @property
    def weight(self) -> float:
        return float(self.facts.get("weight", 1))

    @property
    def sealed(self) -> bool:
        return bool(self.facts.get("sealed", False))

    @property
    def workers(self) -> tuple[str, ...]:
        """The logins of those who may be this story's case worker."""
        return tuple(self.facts["workers"])

    @property
    def who(self) -> str:
        return str(self.facts["who"])


@cache
def stories(folder: Path = FOLDER) -> tuple[Story, ...]:
    """All stories, in a fixed order."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        for code, facts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            found.append(Story(code, facts))
    return tuple(found)
