"""A fresh clone brings translations as text; they are compiled before the first test looks at them."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return  # the first process has done it
    from simpul.config import messages

    messages.compile_stale()
