"""The reference pages say what the code says, and no variable is read that they leave out."""

from __future__ import annotations

import re

import pytest

from simpul.config import handbook
from simpul.config.environment import BETWEEN_OURSELVES, KNOBS, ROOT, read

PRODUCT = ("DATABASE_URL",)


def test_a_changed_knob_makes_its_page_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handbook, "KNOBS", KNOBS[1:])
    assert "settings.md" in handbook.stale()


def test_the_settings_page_is_fresh() -> None:
    path = ROOT / "docs" / "reference" / "settings.md"
    assert path.read_text(encoding="utf-8") == handbook.settings_page()


def test_the_commands_page_names_every_verb_with_its_options() -> None:
    path = ROOT / "docs" / "reference" / "commands.md"
    fresh, kept = handbook.commands_page(), path.read_text(encoding="utf-8")
    assert set(re.findall(r"--[a-z][a-z-]+|^## .+$", fresh, re.MULTILINE)) == set(
        re.findall(r"--[a-z][a-z-]+|^## .+$", kept, re.MULTILINE)
    )


def test_every_variable_in_the_source_is_declared() -> None:
    known = {knob.name for knob in KNOBS} | set(BETWEEN_OURSELVES)
    files = [ROOT / "simpul", *(ROOT / "src").rglob("*.py"), *(ROOT / ".ci").iterdir()]
    found = {
        name if name in known else name.removesuffix("_FILE")
        for path in files
        for name in re.findall(r"\bSIMPUL_[A-Z_]+[A-Z]\b", path.read_text(encoding="utf-8"))
    }
    assert found - known == set()
    assert {knob.name for knob in KNOBS} - found - set(PRODUCT) == set()


def test_a_value_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    path = f"{tmp_path}/value"
    with open(path, "w", encoding="utf-8") as file:
        file.write("from the file\n")
    monkeypatch.delenv("SIMPUL_CONTROLLER", raising=False)
    monkeypatch.setenv("SIMPUL_CONTROLLER_FILE", path)
    assert read("SIMPUL_CONTROLLER") == "from the file"
    monkeypatch.setenv("SIMPUL_CONTROLLER", "from the variable")
    assert read("SIMPUL_CONTROLLER") == "from the variable"
