"""Slows down whoever tries codes. Counts unknown codes per minute, in memory, without keeping addresses."""

from __future__ import annotations

import secrets
from hashlib import blake2b

from django.core.cache import cache
from django.http import HttpRequest

from simpul.kernel.clock import now

MOST_UNKNOWN = 30
_pepper = secrets.token_bytes(16)


def _key(request: HttpRequest) -> str:
    """A sign for this visitor and this minute that leads back to nobody."""
    who = f"{request.META.get('REMOTE_ADDR', '')}{now():%Y%m%d%H%M}"
    return "verify-" + blake2b(who.encode(), key=_pepper, digest_size=12).hexdigest()


def too_fast(request: HttpRequest) -> bool:
    """Whether this visitor has asked about too many codes that do not exist."""
    return int(cache.get(_key(request), 0)) >= MOST_UNKNOWN


def count_unknown(request: HttpRequest) -> None:
    key = _key(request)
    cache.add(key, 0, timeout=90)
    cache.incr(key)
