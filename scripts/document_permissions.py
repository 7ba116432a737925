"""Writes docs/reference/permissions.md from every app's permissions.csv; ``--check`` only compares."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "permissions.md"
INTRODUCTION = """# Permissions

Who may do which act. Made from every package's `permissions.csv` by `python scripts/document_permissions.py`;
a test fails when this page is stale.

`x`: may, as far as the grant's scope reaches (own, team, office, area). `own`: may, only on one's own
records. Empty: may not. The gate (`simpul.safeguards.gate`) reads the same tables; nothing else decides.
"""


def table(path: Path) -> str:
    """One package's acts."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = list(csv.reader(file))
    if not rows:
        return ""
    roles = [role.replace("_", " ") for role in head[1:]]
    lines = [
        f"## {path.parent.name}",
        "",
        f"| act | {' | '.join(roles)} |",
        f"|---|{'---|' * len(roles)}",
        *(f"| `{row[0]}` | {' | '.join(row[1:])} |" for row in sorted(rows)),
        "",
    ]
    return "\n".join(lines)


def document() -> str:
    """The whole page."""
    tables = [table(path) for path in sorted((ROOT / "src" / "simpul").glob("*/permissions.csv"))]
    return "\n".join([INTRODUCTION, *(text for text in tables if text)])


def main() -> int:
    """Write the page, or say that it is stale."""
    if "--check" in sys.argv:
        return 0 if PAGE.exists() and PAGE.read_text(encoding="utf-8") == document() else 1
    PAGE.write_text(document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
