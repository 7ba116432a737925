"""Writes docs/reference/settings.md and commands.md from the code, so that they never tell old news.

``python -m simpul.config.handbook`` writes them; ``--check`` fails when they are stale.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from simpul.config import cli
from simpul.config.environment import KNOBS, ROOT

FOLDER = ROOT / "docs" / "reference"

SETTINGS_HEAD = """# Settings

Every setting is an environment variable. Each may instead be read from a file: `NAME_FILE=/path`
(keep secrets so, with mode 600). `./simpul doctor` tells which values are unsafe for real clients, and why.

This page is made from `simpul.config.environment.KNOBS` by `python -m simpul.config.handbook`.

| Variable | Default | Meaning |
|---|---|---|
"""
COMMANDS_HEAD = """# Commands

`./simpul <verb>` from anywhere. The first call makes a Python environment in `.venv` and installs
exactly what `requirements/*.txt` pin by hash; later calls find it ready. `--help` needs no
environment. Exit codes: 0 done, 1 refused or found wanting, 2 not possible as asked, 130 ended
by Ctrl-C.

The installer honours `PIP_INDEX_URL`, `PIP_PROXY`, `PIP_CERT`, `PIP_TRUSTED_HOST`,
`PIP_FIND_LINKS`, `PIP_EXTRA_INDEX_URL`, `PIP_NO_INDEX`, the same keys of `pip.conf`, and
`HTTPS_PROXY`/`NO_PROXY`; uv, when it is there, is told the same. Stopped in the middle (Ctrl-C, power),
the next call begins the environment anew. A second call at the same time waits for the first.

This page is made from the verbs' own help by `python -m simpul.config.handbook`.
"""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def settings_page() -> str:
    """The table of variables."""
    rows = [
        f"| `{knob.name}` | {f'`{_cell(knob.default)}`' if knob.default else ''} | {_cell(knob.meaning)} |"
        for knob in sorted(KNOBS, key=lambda knob: knob.name)
    ]
    return SETTINGS_HEAD + "\n".join(rows) + "\n"


def commands_page() -> str:
    """The help of every verb."""
    os.environ["COLUMNS"] = "100"
    parts = [f"\n## {verb}\n\n```\n{cli.parser_of(verb).format_help().rstrip()}\n```\n" for verb in cli.VERBS]
    return COMMANDS_HEAD + "".join(parts)


def pages() -> dict[Path, str]:
    """Every page that is made from the code."""
    return {FOLDER / "settings.md": settings_page(), FOLDER / "commands.md": commands_page()}


def stale() -> list[str]:
    """Pages that differ from what the code says."""
    return [
        path.name
        for path, text in pages().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Write the pages, or with ``--check`` only compare."""
    if "--check" in sys.argv[1:]:
        faults = stale()
        sys.stdout.write("".join(f"{name}: stale, run python -m simpul.config.handbook\n" for name in faults))
        return 1 if faults else 0
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
