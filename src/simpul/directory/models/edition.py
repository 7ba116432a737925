"""Which state of the directory this is, so that what was built from it knows when it is old."""

import uuid
from typing import ClassVar

from django.db import models

from simpul.safeguards.guarded import GuardedModel


class Edition(GuardedModel):
    """One row: a token that every change replaces. It never comes back, not even after a rollback."""

    singleton = models.BooleanField(default=True, unique=True)
    token = models.UUIDField(default=uuid.uuid4)

    class Privacy:
        open = ("id", "singleton", "token")
        personal = ()
        sensitive = ()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="edition_is_one", condition=models.Q(singleton=True))
        ]
