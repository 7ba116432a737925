"""Slows down a reader who asks too fast. Each process counts for itself: a shared count would cost a write.

No address is kept: the sign of a reader is so short that thousands of addresses share it.
"""

from __future__ import annotations

from hashlib import blake2b
from threading import Lock

from django.conf import settings
from django.http import HttpRequest

from simpul.kernel.clock import now

MOST = 600  # in a minute, for each process
SECONDS = 60
SIGN_BITS = 20

_lock = Lock()
_minute = [0]
_counts: dict[int, int] = {}


def too_fast(request: HttpRequest) -> bool:
    """Count this request; whether it is one too many in this minute."""
    minute = int(now().timestamp()) // SECONDS
    who = f"{request.META.get('REMOTE_ADDR', '')}{minute}"
    digest = blake2b(who.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=8).digest()
    sign = int.from_bytes(digest, "big") >> (64 - SIGN_BITS)
    with _lock:
        if _minute[0] != minute:
            _minute[0] = minute
            _counts.clear()
        _counts[sign] = _counts.get(sign, 0) + 1
        return _counts[sign] > MOST
