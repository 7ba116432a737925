"""One key per person, wrapped by a master key (envelope encryption, AES-256-GCM, NIST SP 800-38D).

Keys lie in a database of their own. Destroying one makes every encrypted text of that person unreadable
wherever a copy of the text may be: tables, write-ahead log, index, backups.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import transaction

_CACHE_SECONDS = 30.0
GONE = b""
_cache: dict[uuid.UUID, tuple[float, bytes]] = {}


class KeyDestroyed(Exception):
    """The person's key is gone: the text was erased on purpose (UU 27/2022 art. 8)."""


@dataclass(frozen=True)
class MasterKey:
    """A key that wraps persons' keys; ``id`` says which one wrapped what."""

    id: str
    secret: bytes


def master_keys() -> tuple[MasterKey, ...]:
    """The master keys, newest first, from the setting ``id:base64,id:base64``."""
    keys = []
    for part in settings.MASTER_KEYS.split(","):
        name, _, encoded = part.strip().partition(":")
        secret = base64.b64decode(encoded, validate=True)
        if len(secret) != 32:
            raise ValueError(f"master key {name!r} must be 32 bytes")
        keys.append(MasterKey(name, secret))
    return tuple(keys)


def _wrap(key: bytes, subject_id: uuid.UUID, master: MasterKey) -> bytes:
    nonce = os.urandom(12)
    return nonce + AESGCM(master.secret).encrypt(nonce, key, subject_id.bytes)


def unwrapper() -> Callable[[bytes, uuid.UUID, str], bytes]:
    """Opens wrapped keys with the master keys as they are now; for many keys one after the other."""
    ciphers = {one.id: AESGCM(one.secret) for one in master_keys()}

    def unwrap(wrapped: bytes, subject_id: uuid.UUID, master_id: str) -> bytes:
        if master_id not in ciphers:
            raise LookupError(f"master key {master_id!r} is not configured")
        return ciphers[master_id].decrypt(wrapped[:12], wrapped[12:], subject_id.bytes)

    return unwrap


def _unwrap(wrapped: bytes, subject_id: uuid.UUID, master_id: str) -> bytes:
    return unwrapper()(wrapped, subject_id, master_id)


def key_of(subject_id: uuid.UUID, *, make: bool = False) -> bytes:
    """The key of one person; with ``make`` a new person gets one. ``KeyDestroyed`` after erasure."""
    cached = _cache.get(subject_id)
    if cached and cached[0] > time.monotonic():
        if not cached[1]:
            raise KeyDestroyed(str(subject_id))
        return cached[1]
    found = keys_of([subject_id])
    if subject_id in found:
        return found[subject_id]
    if not make:
        raise KeyDestroyed(str(subject_id))
    return make_keys([subject_id])[subject_id]


def keys_of(subject_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, bytes]:
    """The keys of several persons with one statement; those without a key are absent."""
    from simpul.safeguards.models import PersonKey

    moment = time.monotonic()
    found: dict[uuid.UUID, bytes] = {}
    wanted: list[uuid.UUID] = []
    for subject_id in set(subject_ids):
        cached = _cache.get(subject_id)
        if cached and cached[0] > moment:
            found |= {subject_id: cached[1]} if cached[1] else {}
        else:
            wanted.append(subject_id)
    for start in range(0, len(wanted), 500):
        for row in PersonKey.objects.filter(subject_id__in=wanted[start : start + 500]):
            if row.destroyed_at is not None:
                _remember(row.subject_id, GONE)  # it never comes back; a file of many notes asks once
                continue
            key = _unwrap(bytes(row.wrapped), row.subject_id, row.master_id)
            found[row.subject_id] = key
            _remember(row.subject_id, key)
    return found


def living_keys(subject_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, bytes | None]:
    """For a backup: everybody's key, made where there was none; ``None`` for those that were destroyed."""
    from simpul.safeguards.models import PersonKey

    wanted, unwrap = list(set(subject_ids)), unwrapper()
    found: dict[uuid.UUID, bytes | None] = {}
    for start in range(0, len(wanted), 500):
        rows = PersonKey.objects.filter(subject_id__in=wanted[start : start + 500])
        for one, wrapped, master_id, gone in rows.values_list(
            "subject_id", "wrapped", "master_id", "destroyed_at"
        ):
            found[one] = None if gone else unwrap(bytes(wrapped), one, master_id)
    found.update(make_keys([one for one in wanted if one not in found]))
    return found


def make_keys(subject_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, bytes]:
    """New keys for persons who have none. A destroyed key is never made again."""
    from simpul.safeguards.models import PersonKey

    master = master_keys()[0]
    fresh = {subject_id: os.urandom(32) for subject_id in subject_ids}
    gone = PersonKey.objects.filter(subject_id__in=list(fresh)).exclude(destroyed_at=None)
    if gone.exists():
        raise KeyDestroyed("an erased person cannot be written about")
    PersonKey.objects.bulk_create(
        [
            PersonKey(subject_id=subject_id, wrapped=_wrap(key, subject_id, master), master_id=master.id)
            for subject_id, key in fresh.items()
        ],
        ignore_conflicts=True,
        batch_size=500,
    )
    for subject_id in fresh:
        _cache.pop(subject_id, None)
    return keys_of(fresh)


def destroy_key(subject_id: uuid.UUID) -> None:
    """Overwrite and forget one person's key, in the key database and in its write-ahead log."""
    destroy_keys([subject_id])


def destroy_keys(subject_ids: Iterable[uuid.UUID]) -> None:
    """``destroy_key`` for many persons at once."""
    from django.db import connections

    from simpul.kernel.clock import now
    from simpul.safeguards.models import PersonKey

    gone: dict[str, Any] = {"wrapped": b"", "master_id": "", "destroyed_at": now()}
    wanted = set(subject_ids)
    with transaction.atomic(using="keys"):
        PersonKey.objects.filter(subject_id__in=wanted).update(**gone)
        known = set(PersonKey.objects.filter(subject_id__in=wanted).values_list("subject_id", flat=True))
        PersonKey.objects.bulk_create([PersonKey(subject_id=one, **gone) for one in wanted - known])
    for one in wanted:
        forget(one)
    connection = connections["keys"]
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def destroy_living(subject_ids: Iterable[uuid.UUID]) -> int:
    """Destroy those of these keys that are still there: after a crash between an erasure and its end."""
    from simpul.safeguards.models import PersonKey

    wanted = list(subject_ids)
    gone: set[uuid.UUID] = set()
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        dead = PersonKey.objects.filter(subject_id__in=part).exclude(destroyed_at=None)
        gone |= set(dead.values_list("subject_id", flat=True))
    living = [one for one in wanted if one not in gone]
    if living:
        destroy_keys(living)
    return len(living)


def rewrap_all() -> int:
    """Wrap every key with the newest master key; texts stay as they are. Returns how many changed."""
    from simpul.safeguards.models import PersonKey

    newest = master_keys()[0]
    stale = PersonKey.objects.filter(destroyed_at=None).exclude(master_id=newest.id)
    changed = 0
    with transaction.atomic(using="keys"):
        for row in stale.iterator(chunk_size=2000):
            key = _unwrap(bytes(row.wrapped), row.subject_id, row.master_id)
            PersonKey.objects.filter(pk=row.pk).update(
                wrapped=_wrap(key, row.subject_id, newest), master_id=newest.id
            )
            changed += 1
    return changed


def forget(subject_id: uuid.UUID | None = None) -> None:
    """Drop cached keys: one person's, or all."""
    if subject_id is None:
        _cache.clear()
    else:
        _cache.pop(subject_id, None)


def _remember(subject_id: uuid.UUID, key: bytes) -> None:
    if len(_cache) > 5000:
        _cache.clear()
    _cache[subject_id] = (time.monotonic() + _CACHE_SECONDS, key)


def seal(text: str, subject_id: uuid.UUID, where: str) -> str:
    """Encrypt a text for one person, bound to its place (``where``) so that it cannot be moved."""
    key = key_of(subject_id, make=True)
    nonce = os.urandom(12)
    sealed = AESGCM(key).encrypt(nonce, text.encode("utf-8", "surrogatepass"), where.encode())
    return f"v1.{subject_id.hex}.{base64.b64encode(nonce + sealed).decode()}"


def unseal(token: str, where: str) -> str:
    """Decrypt what ``seal`` made. ``KeyDestroyed`` after erasure, ``InvalidTag`` when moved or altered."""
    _version, subject, encoded = token.split(".", 2)
    blob = base64.b64decode(encoded)
    key = key_of(uuid.UUID(hex=subject))
    return AESGCM(key).decrypt(blob[:12], blob[12:], where.encode()).decode("utf-8", "surrogatepass")


def subject_of(token: str) -> uuid.UUID:
    """Whose key sealed this token."""
    return uuid.UUID(hex=token.split(".", 2)[1])


def blind_index(kind: str, value: str) -> str:
    """A keyed hash by which an identity number is found again without being stored in clear."""
    key = base64.b64decode(settings.INDEX_KEY)
    return hmac.new(key, f"{kind}:{value}".encode(), hashlib.sha256).hexdigest()
