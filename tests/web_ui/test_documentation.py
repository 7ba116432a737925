"""The page about components says what the props say."""

from __future__ import annotations

import importlib.util
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts/document_components.py"


def test_page_about_components_is_fresh() -> None:
    spec = importlib.util.spec_from_file_location("document_components", SCRIPT)
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    stale = "run: python scripts/document_components.py"
    assert script.PAGE.read_text(encoding="utf-8") == script.document(), stale
