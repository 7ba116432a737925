"""Speaking to whoever runs the installation: both languages, for nobody has logged in yet."""

from __future__ import annotations

import sys


class CannotGoOn(Exception):
    """The verb stops here; both sentences say what is wrong and what to do."""

    def __init__(self, indonesian: str, english: str) -> None:
        super().__init__(english)
        self.indonesian = indonesian
        self.english = english


def tell(indonesian: str, english: str) -> None:
    """Say one thing in both languages, on standard error so that results stay clean."""
    sys.stderr.write(f"simpul: {indonesian}\n        {english}\n")
    sys.stderr.flush()


def show(line: str = "") -> None:
    """Print one line of a result."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
