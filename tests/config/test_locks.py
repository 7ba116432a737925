"""The locks fit pyproject.toml, pin and hash everything, and name no index."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from simpul.config import locks


@pytest.fixture
def copy(tmp_path: Path) -> tuple[Path, Path]:
    shutil.copytree(locks.FOLDER, tmp_path / "requirements")
    project = tmp_path / "pyproject.toml"
    shutil.copy(locks.ROOT / "pyproject.toml", project)
    return tmp_path / "requirements", project


def test_the_committed_locks_are_fresh() -> None:
    assert locks.check() == []


def test_a_changed_wish_is_noticed(copy: tuple[Path, Path]) -> None:
    folder, project = copy
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace('"segno>=1.6.6,<2"', '"segno>=1.6.7,<2"'), encoding="utf-8")
    assert any("run.txt: pyproject.toml has changed" in fault for fault in locks.check(folder, project))


def test_a_comment_is_no_change(copy: tuple[Path, Path]) -> None:
    folder, project = copy
    project.write_text(project.read_text(encoding="utf-8") + "\n# a remark\n", encoding="utf-8")
    assert locks.check(folder, project) == []


@pytest.mark.parametrize(
    ("sabotage", "fault"),
    [
        ("\nleftpad>=1 \\\n    --hash=sha256:00\n", "not pinned"),
        ("\nleftpad==1\n", "not pinned"),
        ("\n--index-url https://packages.example/simple\n", "names an index"),
    ],
)
def test_a_loose_line_is_noticed(copy: tuple[Path, Path], sabotage: str, fault: str) -> None:
    folder, project = copy
    path = folder / "run.txt"
    path.write_text(path.read_text(encoding="utf-8") + sabotage, encoding="utf-8")
    assert any(fault in one for one in locks.check(folder, project))


def test_a_missing_package_is_noticed(copy: tuple[Path, Path]) -> None:
    folder, project = copy
    path = folder / "run.txt"
    kept = [block for line, block in locks.blocks(path.read_text("utf-8")).items() if "segno" not in line]
    path.write_text(locks.MARK + locks.fingerprint(project) + "\n" + "\n".join(kept) + "\n", encoding="utf-8")
    assert locks.check(folder, project) == ["run.txt: segno>=1.6.6,<2 is not locked"]
