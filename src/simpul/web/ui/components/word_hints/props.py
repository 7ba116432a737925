"""Words that could hurt, with kinder ones beside them. It never blocks; each writer can switch it off.

Every field that holds the writer's own words asks for it while typing (``voices.py`` says which these are).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hint:
    found: str
    better: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True)
class WordHints:
    hints: tuple[Hint, ...] = ()
    settings_url: str = ""
