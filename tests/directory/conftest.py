from __future__ import annotations

import pytest

from simpul.kernel.actor import Actor
from simpul.reference.loader import load_all
from tests.factories.workforce import actor_of, make_staff


@pytest.fixture
def worker(db: None) -> Actor:
    """A social worker; the taxonomy and the made-up regency are loaded."""
    load_all()
    return actor_of(make_staff())
