"""Identifiers: time-ordered UUIDs for machines (RFC 9562, version 7), short references for people."""

from __future__ import annotations

import os
import time
import uuid


def new_id() -> uuid.UUID:
    """A UUIDv7: 48 bits of milliseconds, then 74 random bits, so that indexes grow at their end."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76
    value |= (random >> 68 & 0xFFF) << 64
    value |= 0b10 << 62
    value |= random & ((1 << 62) - 1)
    return uuid.UUID(int=value)


def reference(prefix: str, year: int, number: int) -> str:
    """A reference that people can say on the phone.

    >>> reference("KS", 2026, 142)
    'KS-2026-0142'
    """
    return f"{prefix}-{year}-{number:04d}"
