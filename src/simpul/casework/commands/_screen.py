"""The answers of a safety screen: every question, and no other."""

from __future__ import annotations

from collections.abc import Mapping

from simpul.casework.choices import ScreenAnswer
from simpul.casework.errors import Faults
from simpul.casework.rules.risk import SCREEN
from simpul.kernel.text import N_


def check_screen(faults: Faults, answers: Mapping[str, str]) -> None:
    """Add what is wrong. An answer to a question that we do not ask may be the sign that somebody missed."""
    for code in SCREEN:
        if answers.get(code) not in ScreenAnswer.values:
            faults.add(f"screen_{code}", N_("Answer yes, no or not known."))
    for code in sorted(set(answers) - set(SCREEN)):
        words = N_(
            'The safety screen has no question "%(code)s". Load the page again and answer what it asks.'
        )
        faults.add("screen", words, code=code[:40])
