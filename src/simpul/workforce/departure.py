"""What somebody still has to hand over before leaving. Apps above register what they know of.

from simpul.workforce import departure

def cases_without_heir(staff_id: UUID) -> list[Duty]: ...

departure.register(cases_without_heir)          # in the app's ``AppConfig.ready``
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simpul.kernel.text import Text


@dataclass(frozen=True)
class Duty:
    """One thing that would be orphaned: what it is, how many, and where to hand it over."""

    text: Text
    count: int = 1
    url: str = ""


Check = Callable[[uuid.UUID], Sequence[Duty]]
_checks: list[Check] = []


def register(check: Check) -> Check:
    """Ask this check before anybody leaves; the same check twice counts once."""
    if check not in _checks:
        _checks.append(check)
    return check


def unregister(check: Check) -> None:
    """Ask it no more (tests)."""
    if check in _checks:
        _checks.remove(check)


def open_duties(staff_id: uuid.UUID) -> tuple[Duty, ...]:
    """Everything that this member of staff still has to hand over."""
    return tuple(duty for check in _checks for duty in check(staff_id) if duty.count)
