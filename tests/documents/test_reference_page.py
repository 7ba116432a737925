"""The reference page names every kind and every field."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from simpul.documents.choices import KIND_CODES
from simpul.documents.kinds import Paper
from tests.documents.papers import all_papers

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "documents.md"


@pytest.mark.parametrize("paper", all_papers(), ids=lambda paper: paper.kind.value)
def test_reference_names_every_field(paper: Paper) -> None:
    head = f"`{type(paper).__name__}`\n"
    chapter = PAGE.read_text(encoding="utf-8").split(head)[1].split("\n## ")[0]
    common = {field.name for field in fields(Paper)}
    for field in fields(paper):
        if field.name not in common:
            assert f"| `{field.name}` |" in chapter
    assert KIND_CODES[paper.kind] in chapter
