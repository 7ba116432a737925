"""Slows down whoever tries codes. Counts unknown codes per minute, for all processes together.

No address is kept: the sign of a visitor is so short that thousands of addresses share it.
"""

from __future__ import annotations

from hashlib import blake2b

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from simpul.kernel.clock import now

MOST_UNKNOWN = 30
SIGN_BITS = 20


def _key(request: HttpRequest) -> str:
    """A sign for this visitor and this minute that leads back to nobody."""
    who = f"{request.META.get('REMOTE_ADDR', '')}{now():%Y%m%d%H%M}"
    digest = blake2b(who.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=8).digest()
    return f"verify-{int.from_bytes(digest, 'big') >> (64 - SIGN_BITS):x}"


def too_fast(request: HttpRequest) -> bool:
    """Whether this visitor has asked about too many codes that do not exist."""
    return int(cache.get(_key(request), 0)) >= MOST_UNKNOWN


def count_unknown(request: HttpRequest) -> None:
    key = _key(request)
    cache.add(key, 0, timeout=90)
    cache.incr(key)
