"""The page of permissions tells what the tables say."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest

from tests.architecture.sources import ROOT


@pytest.fixture
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("permissions", ROOT / "scripts" / "document_permissions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_page_of_permissions_is_fresh(script: ModuleType) -> None:
    assert script.PAGE.read_text(encoding="utf-8") == script.document(), (
        "run: python scripts/document_permissions.py"
    )


def test_planted_change_makes_the_page_stale(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "table", lambda path: "| `x` |")
    assert script.PAGE.read_text(encoding="utf-8") != script.document()
