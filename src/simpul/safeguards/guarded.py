"""Models that only their own app's acts may write. A forgotten gate is an error, not a leak."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Self, TypeVar

from django.db import models

from simpul.kernel.refs import new_id

_M_co = TypeVar("_M_co", bound=models.Model, covariant=True)

_writing: ContextVar[str | None] = ContextVar("simpul_writing", default=None)


class UnguardedWrite(RuntimeError):
    """Code tried to write a record outside an act of the record's own app."""


@contextmanager
def writing_as(app_label: str) -> Iterator[None]:
    """Let this app's records be written. For the gate, loaders, seeders and test factories only."""
    token = _writing.set(app_label)
    try:
        yield
    finally:
        _writing.reset(token)


def demand_writing(model: type[models.Model]) -> None:
    """Refuse a write of this model unless one of its app's acts is running."""
    label = model._meta.app_label
    if _writing.get() != label:
        raise UnguardedWrite(f"{model.__name__} may only be written by an act of {label!r}")


class GuardedQuerySet(models.QuerySet[_M_co]):
    """Writing is guarded here; reading is free inside the house and cut by reach at the gate."""

    def create(self, **facts: Any) -> Any:
        demand_writing(self.model)
        return super().create(**facts)

    def update(self, **facts: Any) -> int:
        demand_writing(self.model)
        return super().update(**facts)

    def delete(self) -> tuple[int, dict[str, int]]:
        demand_writing(self.model)
        return super().delete()

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> list[Any]:
        demand_writing(self.model)
        return super().bulk_create(objs, *args, **options)

    def bulk_update(self, objs: Any, fields: Any, *args: Any, **options: Any) -> int:
        demand_writing(self.model)
        return super().bulk_update(objs, fields, *args, **options)

    def get_or_create(self, defaults: Any = None, **facts: Any) -> tuple[Any, bool]:
        demand_writing(self.model)
        return super().get_or_create(defaults, **facts)

    def update_or_create(
        self, defaults: Any = None, create_defaults: Any = None, **facts: Any
    ) -> tuple[Any, bool]:
        demand_writing(self.model)
        return super().update_or_create(defaults, create_defaults, **facts)


class GuardedModel(models.Model):
    """A record of the house: time-ordered id, guarded writing, every field classified in ``Privacy``."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        demand_writing(type(self))
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        demand_writing(type(self))
        return super().delete(*args, **options)

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        """The persons that this record is about, for "who has looked at me"."""
        return ()

    def key_subject(self) -> uuid.UUID:
        """Whose key encrypts this record's sensitive fields."""
        raise NotImplementedError(f"{type(self).__name__} has encrypted fields but names no key subject")

    def locked(self) -> Self:
        """The same record read anew and locked until the act ends."""
        again: Self = type(self).objects.select_for_update().get(pk=self.pk)
        return again
