"""Writes docs/reference/components.md from the props: ``python scripts/document_components.py``.

``--check`` fails when the page is stale.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMPONENTS = ROOT / "src/simpul/web/ui/components"
PAGE = ROOT / "docs/reference/components.md"
INTRODUCTION = ROOT / "docs/reference/components_introduction.md"


def signature(node: ast.ClassDef) -> str:
    """A props class as it is called: fields with their defaults."""
    fields = [
        f"{item.target.id}: {ast.unparse(item.annotation)}"
        + (f" = {ast.unparse(item.value)}" if item.value is not None else "")
        for item in node.body
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
    ]
    return f"{node.name}({', '.join(fields)})"


def section(path: Path) -> str:
    """One component: what it is, how its props are made."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lines = [f"### {path.parent.name}", "", ast.get_docstring(tree) or "", "", "```python"]
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    for node in classes:
        if doc := ast.get_docstring(node):
            lines += [f"# {line}".rstrip() for line in doc.splitlines()]
        lines.append(signature(node))
    return "\n".join([*lines, "```", ""])


def document() -> str:
    """The whole page."""
    parts = [section(path) for path in sorted(COMPONENTS.glob("*/props.py"))]
    return INTRODUCTION.read_text(encoding="utf-8") + "\n## Components\n\n" + "\n".join(parts)


def main() -> int:
    """Write the page, or say that it is stale."""
    if "--check" in sys.argv:
        fresh = PAGE.read_text(encoding="utf-8") == document()
        return 0 if fresh else 1
    PAGE.write_text(document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
