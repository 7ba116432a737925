"""The files of the house, parsed once."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "simpul"
DOMAIN = (
    "safeguards",
    "reference",
    "jobs",
    "workforce",
    "instruments",
    "worklist",
    "notices",
    "documents",
    "registry",
    "directory",
    "casework",
    "referral",
    "advocacy",
)
# From the ground up; same number: side by side, may not know one another.
HEIGHT = {
    "safeguards": 0,
    "reference": 1,
    "jobs": 1,
    "workforce": 2,
    "instruments": 3,
    "worklist": 3,
    "notices": 3,
    "documents": 3,
    "registry": 4,
    "directory": 4,
    "casework": 5,
    "referral": 6,
    "advocacy": 7,
}


@cache
def python_files() -> tuple[Path, ...]:
    return tuple(sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))
