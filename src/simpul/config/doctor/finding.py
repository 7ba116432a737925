"""What doctor says: why it is unsafe, and what to do, in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """One sentence in Indonesian and in English."""

    indonesian: str
    english: str


@dataclass(frozen=True)
class Finding:
    """One unsafe thing.

    ``blocks`` tells whether serve refuses to start with it. What only grows old while the site runs
    (a backup, a rehearsal) does not block: a crashed site must come back at night without a rehearsal.
    """

    code: str
    why: Said
    remedy: Said
    blocks: bool = True
