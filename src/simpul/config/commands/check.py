"""Run every check of the code that needs no test, side by side, and name those that fail.

mypy strict, ruff, ruff format, import contract, template lint, catalogues, migrations, locks.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from simpul.config.environment import ROOT
from simpul.config.speaking import show, tell

BIN = Path(sys.executable).parent
PYTHON = str(BIN / "python")
STEPS: dict[str, list[str]] = {
    "mypy": [PYTHON, "-m", "mypy", "src"],
    "ruff": [str(BIN / "ruff"), "check", "."],
    "format": [str(BIN / "ruff"), "format", "--check", "."],
    "imports": [str(BIN / "lint-imports"), "--no-cache"],
    "djlint": [str(BIN / "djlint"), "src", "--lint", "--quiet"],
    "djade": ["djade"],
    "messages": [PYTHON, "-m", "simpul.config.messages", "--check"],
    "migrations": [PYTHON, "-m", "simpul.config.manage", "makemigrations", "--check", "--dry-run"],
    "locks": [PYTHON, "-m", "simpul.config.locks", "--check"],
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fix", action="store_true", help="first let ruff and djade repair what they can")
    parser.add_argument("only", nargs="*", metavar="STEP", help=f"only these: {', '.join(STEPS)}")


def templates() -> list[str]:
    """Every HTML template of ours."""
    return sorted(str(path) for path in (ROOT / "src").rglob("*.html"))


def command_of(step: str) -> list[str] | None:
    """What a step runs; nothing where there is nothing to look at."""
    if step == "djade":
        return (
            [str(BIN / "djade"), "--target-version", "5.2", "--check", *templates()] if templates() else None
        )
    if step == "djlint" and not templates():
        return None
    return STEPS[step]


def repair() -> None:
    """Let the formatters write what they would complain about."""
    commands = [
        [str(BIN / "ruff"), "check", "--fix", "--quiet", "."],
        [str(BIN / "ruff"), "format", "--quiet", "."],
    ]
    commands += [[str(BIN / "djade"), "--target-version", "5.2", *templates()]] if templates() else []
    for command in commands:
        subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603


def outcome(step: str, environment: dict[str, str]) -> tuple[str, bool, float, str]:
    """Run one step: its name, whether it passed, seconds, what it said."""
    started = time.monotonic()
    command = command_of(step)
    if command is None:
        return step, True, 0.0, ""
    done = subprocess.run(  # noqa: S603
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return step, done.returncode == 0, time.monotonic() - started, done.stdout


def run(options: argparse.Namespace) -> int:
    unknown = [step for step in options.only if step not in STEPS]
    if unknown:
        tell(f"Langkah tidak dikenal: {', '.join(unknown)}", f"Unknown step: {', '.join(unknown)}")
        return 2
    environment = dict(os.environ, PYTHONPATH=str(ROOT / "src"))
    if options.fix:
        repair()
    steps = options.only or list(STEPS)
    failed: list[str] = []
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as side_by_side:
        for done in as_completed([side_by_side.submit(outcome, step, environment) for step in steps]):
            step, fine, seconds, words = done.result()
            show(f"{'ok  ' if fine else 'FAIL'} {step:10} {seconds:5.1f} s")
            if not fine:
                failed.append(step)
                show("\n".join(f"     {line}" for line in words.splitlines()[-60:]))
    if failed:
        tell(f"Belum lolos: {', '.join(failed)}", f"Not passed: {', '.join(failed)}")
    return 1 if failed else 0
