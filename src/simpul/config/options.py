"""Options of a verb; what does not fit is said in both languages, with where the right ones are listed."""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

from simpul.config.speaking import tell

NUMBER = "whole number from 1 on"
# argparse's own sentences, which it says in English only.
_KNOWN = (
    (r"unrecognized arguments: (.+)", "Pilihan tidak dikenal: {0}.", "Unknown option: {0}."),
    (r"the following arguments are required: (.+)", "Masih kurang: {0}.", "Missing: {0}."),
    (r"argument (.+): expected .+", "{0} memerlukan isi.", "{0} needs a value."),
    (r"argument (.+): ignored explicit argument .+", "{0} tidak menerima isi.", "{0} takes no value."),
    (
        r"argument (.+): invalid choice: (.+) \(choose from (.+)\)",
        "{0}: {1} bukan pilihan; yang ada: {2}.",
        "{0}: {1} is not among {2}.",
    ),
    (
        rf"argument (.+): invalid {NUMBER} value: (.+)",
        "{0}: {1} bukan bilangan bulat mulai dari 1.",
        f"{{0}}: {{1}} is no {NUMBER}.",
    ),
    (
        r"argument (.+): invalid .+ value: (.+)",
        "{0}: {1} tidak dapat dibaca.",
        "{0}: {1} cannot be read.",
    ),
)


def both(message: str) -> tuple[str, str]:
    """What argparse found wrong, in Indonesian and English.

    >>> both("unrecognized arguments: --prot")
    ('Pilihan tidak dikenal: --prot.', 'Unknown option: --prot.')
    """
    for pattern, indonesian, english in _KNOWN:
        found = re.fullmatch(pattern, message)
        if found:
            return indonesian.format(*found.groups()), english.format(*found.groups())
    return f"Pilihan tidak cocok ({message}).", f"The options do not fit ({message})."


class Options(argparse.ArgumentParser):
    """The parser of every verb; full words only, so that a new option never changes an old habit."""

    def error(self, message: str) -> NoReturn:
        """Say it and leave with 2."""
        indonesian, english = both(message)
        hint = f"./{self.prog} --help"
        tell(f"{indonesian} Lihat {hint}", f"{english} See {hint}")
        sys.exit(2)


def from_one(text: str) -> int:
    """A whole number of at least one."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


from_one.__name__ = NUMBER  # argparse names the type by it
