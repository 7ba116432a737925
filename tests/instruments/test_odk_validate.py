"""ODK Validate, the check that ODK Collect's own engine can open a form, accepts every starter."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import pyxform

from simpul.instruments.rules import compile_workbook, pack_starter, starter_names

JAR = Path(pyxform.__file__).parent / "validators/odk_validate/bin/ODK_Validate.jar"


def validate(xform: str, folder: Path) -> subprocess.CompletedProcess[str]:
    file = folder / "form.xml"
    file.write_text(xform, encoding="utf-8")
    return subprocess.run(
        ["java", "-Djava.awt.headless=true", "-jar", str(JAR), str(file)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("name", starter_names())
def test_odk_validate_accepts_the_starter(name: str, tmp_path: Path) -> None:
    outcome = validate(compile_workbook(pack_starter(name)).xform, tmp_path)
    assert outcome.returncode == 0, outcome.stderr


def test_odk_validate_refuses_a_planted_fault(tmp_path: Path) -> None:
    xform = compile_workbook(pack_starter("intake")).xform.replace(
        'ref="/data/arrival/danger_now"', 'ref="/data/nowhere"'
    )
    assert validate(xform, tmp_path).returncode != 0
