"""Every example in a docstring holds: what a reader copies from it works."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

from tests.architecture.sources import SOURCE

TOLD = sorted(
    ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in SOURCE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", TOLD)
def test_examples_hold(name: str) -> None:
    found = doctest.testmod(import_module(name))
    assert found.attempted > 0
    assert found.failed == 0


def test_an_example_that_lies_is_found(tmp_path: Path) -> None:
    runner = doctest.DocTestRunner(verbose=False)
    lie = doctest.DocTestParser().get_doctest(">>> 1 + 1\n3\n", {}, "lie", None, 0)
    assert runner.run(lie, out=lambda _words: None).failed == 1
