"""Every change of an entry makes the directory a new edition."""

from __future__ import annotations

import uuid

from simpul.directory.models import Edition


def new_edition() -> None:
    """Replace the token; what was built from the edition before is old once this commits."""
    if not Edition.objects.filter(singleton=True).update(token=uuid.uuid4()):
        Edition.objects.create()
