"""Keeps per-person keys in a database of their own, so that a backup of the data holds no key."""

from __future__ import annotations

from typing import Any

KEYSTORE_MODELS = frozenset({"personkey"})


class KeystoreRouter:
    """Sends ``safeguards.PersonKey`` to the database ``keys`` and everything else to ``default``."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return self._home(model._meta.app_label, model._meta.model_name)

    def db_for_write(self, model: Any, **hints: Any) -> str:
        return self._home(model._meta.app_label, model._meta.model_name)

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **hints: Any) -> bool:
        if hints.get("both"):
            return True
        return db == self._home(app_label, model_name)

    def _home(self, app_label: str, model_name: str | None) -> str:
        in_keystore = app_label == "safeguards" and (model_name or "").lower() in KEYSTORE_MODELS
        return "keys" if in_keystore else "default"
