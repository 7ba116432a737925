"""A command of our own, for documents are issued inside commands of the apps above."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simpul.kernel.actor import Role
from simpul.safeguards.permissions import matrix
from tests.documents.issuing import try_handing_over, try_issuing


@pytest.fixture(autouse=True)
def _outer_commands_are_permitted() -> Iterator[None]:
    for act in (try_issuing, try_handing_over):
        matrix()[act.act.name] = {role: "x" for role in Role}
    yield
    for act in (try_issuing, try_handing_over):
        matrix().pop(act.act.name)
