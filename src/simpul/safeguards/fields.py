"""Fields whose text lies encrypted with the key of the person it is about."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from simpul.kernel.text import N_
from simpul.safeguards import keys

if TYPE_CHECKING:
    _TextField = models.TextField[Any, Any]
    _CharField = models.CharField[Any, Any]
else:
    _TextField = models.TextField
    _CharField = models.CharField

ERASED = N_("[erased at the person's request]")


class Ciphertext(str):
    """A token as it came from the database, not yet opened."""

    __slots__ = ()


class _Opening:
    """Opens the token when the attribute is first read, with the row's place as associated data."""

    def __init__(self, field: EncryptedTextField) -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type[models.Model]) -> Any:
        if instance is None:
            return self
        if self.field.attname not in instance.__dict__:
            instance.refresh_from_db(fields=[self.field.attname])
        value = instance.__dict__[self.field.attname]
        if isinstance(value, Ciphertext):
            value = self.field.opened(value, instance)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class EncryptedTextField(_TextField):
    """Long text, encrypted at rest. Cannot be searched, ordered or filtered in the database."""

    nothing: Any = ""  # what an empty column reads as

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _Opening(self))

    def place(self, instance: models.Model) -> str:
        """Where the text belongs; a token moved to another row or column does not open."""
        return f"{instance._meta.label_lower}.{self.name}:{instance.pk}"

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return Ciphertext(value) if value else self.nothing

    def opened(self, token: Ciphertext, instance: models.Model) -> Any:
        try:
            return self.parsed(keys.unseal(token, self.place(instance)))
        except keys.KeyDestroyed:
            return self.erased()

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = model_instance.__dict__.get(self.attname)
        if isinstance(value, Ciphertext) or self.is_blank(value):
            return value if isinstance(value, Ciphertext) else ""
        subject: uuid.UUID = model_instance.key_subject()  # type: ignore[attr-defined]
        return Ciphertext(keys.seal(self.serialised(value), subject, self.place(model_instance)))

    def get_prep_value(self, value: Any) -> Any:
        if value in ("", None) or isinstance(value, Ciphertext):
            return value or ""
        raise TypeError(f"{self.name} is encrypted: write it through save() or bulk_create(), not update()")

    def get_lookup(self, lookup_name: str) -> Any:
        raise TypeError(f"{self.name} is encrypted and cannot be searched")

    def is_blank(self, value: Any) -> bool:
        return value is None or value == ""

    def serialised(self, value: Any) -> str:
        return str(value)

    def parsed(self, text: str) -> Any:
        return text

    def erased(self) -> Any:
        return ERASED


class EncryptedJSONField(EncryptedTextField):
    """Structured answers, encrypted at rest as one text."""

    nothing: Any = None

    def is_blank(self, value: Any) -> bool:
        return value is None

    def serialised(self, value: Any) -> str:
        return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))

    def parsed(self, text: str) -> Any:
        return json.loads(text)

    def erased(self) -> Any:
        return {}


class BlindIndexField(_CharField):
    """The keyed hash of an identity number, for exact look-up; see ``keys.blind_index``."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 64)
        options.setdefault("blank", True)
        options.setdefault("default", "")
        options.setdefault("db_index", True)
        super().__init__(*args, **options)
