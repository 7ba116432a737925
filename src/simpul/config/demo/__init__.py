"""What the demo is made of: made-up people on a made-up map, marked as such, and what they live through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simpul.config.demo.seeding import Login

__all__ = ["logins", "seed"]


def seed(
    *,
    size: str = "small",
    regions: Path | None = None,
    regency: str | None = None,
    whole: bool = True,
    gently: bool = False,
) -> dict[str, int]:
    """Make the demo once (``small``: 400 households, ``regency``: 20,000); again it adds what is missing."""
    from simpul.config.demo.seeding import seed as make

    return make(size=size, regions=regions, regency=regency or None, whole=whole, gently=gently)


def logins() -> tuple[Login, ...]:
    """One login per role."""
    from simpul.config.demo.seeding import logins as all_logins

    return all_logins()
