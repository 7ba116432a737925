"""The cache that all processes share: a limit counts once for the house, not once for each process.

Django's own database cache reads a number and writes it back one higher (of two at once, one is lost),
unpickles what it finds in the table, and keeps keys in the clear. Here a count holds its row from reading to
writing, values are JSON, and keys are hashed: some of them carry an address.
"""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from simpul.kernel.clock import now

SWEEP_EACH = 50  # so many writes, on average, between two clearings of what is over


class SharedCache(BaseCache):
    """Entries in one small table. Meant for counts and moments, not for pages."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> bool:
        hashed = self._hashed(key, version)
        try:
            with transaction.atomic():
                self._entries().filter(key=hashed, expires__lte=now()).delete()
                self._entries().create(key=hashed, value=json.dumps(value), expires=self._until(timeout))
        except IntegrityError:
            return False
        self._sweep_at_times()
        return True

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        found = self._standing().filter(key=self._hashed(key, version)).values_list("value", flat=True)
        value = found.first()
        return default if value is None else json.loads(value)

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> None:
        facts = {"value": json.dumps(value), "expires": self._until(timeout)}
        self._entries().update_or_create(key=self._hashed(key, version), defaults=facts)
        self._sweep_at_times()

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> bool:
        standing = self._standing().filter(key=self._hashed(key, version))
        return bool(standing.update(expires=self._until(timeout)))

    def delete(self, key: Any, version: Any = None) -> bool:
        return bool(self._entries().filter(key=self._hashed(key, version)).delete()[0])

    def clear(self) -> None:
        self._entries().all().delete()

    def incr(self, key: Any, delta: int = 1, version: Any = None) -> int:
        with transaction.atomic():
            entry = self._standing().select_for_update().filter(key=self._hashed(key, version)).first()
            if entry is None:
                raise ValueError("nothing is counted under this key")
            entry.value = json.dumps(json.loads(entry.value) + delta)
            entry.save(update_fields=["value"])
            return int(json.loads(entry.value))

    def has_key(self, key: Any, version: Any = None) -> bool:
        return self._standing().filter(key=self._hashed(key, version)).exists()

    def _hashed(self, key: Any, version: Any) -> str:
        plain = self.make_and_validate_key(key, version=version)
        secret = settings.SECRET_KEY.encode()[:64]
        return blake2b(plain.encode(), key=secret, digest_size=24, person=b"simpul-shared").hexdigest()

    def _until(self, timeout: Any) -> datetime | None:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return None if seconds is None else now() + timedelta(seconds=seconds)

    @staticmethod
    def _entries() -> QuerySet[Any]:
        from simpul.safeguards.models import SharedEntry

        return SharedEntry.objects.all()

    def _standing(self) -> QuerySet[Any]:
        return self._entries().filter(Q(expires=None) | Q(expires__gt=now()))

    def _sweep_at_times(self) -> None:
        if random.randrange(SWEEP_EACH) == 0:  # noqa: S311 - when to tidy up is no secret
            self._entries().filter(expires__lte=now()).delete()
