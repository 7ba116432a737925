"""Locks the dependencies: ``requirements/<group>.txt``, every package pinned and hashed for all platforms.

``python -m simpul.config.locks`` resolves anew with uv; ``--check`` only tells whether the files still
belong to ``pyproject.toml`` (no network). Why exports and no ``uv.lock``: docs/adr/0001.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "requirements"
# A group stands on others: their packages are not repeated in its file.
STANDS_ON: Mapping[str, tuple[str, ...]] = {
    "run": (),
    "postgres": ("run",),
    "test": ("run",),
    "browser": ("run", "test"),
    "lint": ("run", "test", "browser"),
}
MARK = "# pyproject: "


def wishes(project: Path) -> dict[str, list[str]]:
    """What pyproject.toml asks for, by group."""
    table = tomllib.loads(project.read_text(encoding="utf-8"))
    groups: dict[str, list[str]] = {"run": list(table["project"]["dependencies"])}
    groups |= {name: list(lines) for name, lines in table["project"]["optional-dependencies"].items()}
    groups |= {name: list(lines) for name, lines in table["dependency-groups"].items()}
    return {name: groups[name] for name in STANDS_ON}


def fingerprint(project: Path) -> str:
    """Changes when, and only when, a wish or the range of Pythons changes."""
    pythons = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["requires-python"]
    text = json.dumps([pythons, wishes(project)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def blocks(text: str) -> dict[str, str]:
    """The lock's entries by requirement line (``name==1.0 ; marker``), each with its hashes."""
    found: dict[str, str] = {}
    for entry in re.split(r"\n(?=[A-Za-z0-9])", "\n" + text):
        lines = [line for line in entry.strip().splitlines() if not line.lstrip().startswith("#")]
        if lines:
            found[lines[0].removesuffix("\\").strip()] = "\n".join(lines)
    return found


def check(folder: Path = FOLDER, project: Path = ROOT / "pyproject.toml") -> list[str]:
    """Every way in which the locks no longer fit: stale, unpinned, without hash, naming an index."""
    wanted = MARK + fingerprint(project)
    faults: list[str] = []
    pinned: set[str] = set()
    for group, asked in wishes(project).items():
        path = folder / f"{group}.txt"
        if not path.exists():
            faults.append(f"{path.name}: absent")
            continue
        text = path.read_text(encoding="utf-8")
        if text.splitlines()[0] != wanted:
            faults.append(f"{path.name}: pyproject.toml has changed since; run python -m simpul.config.locks")
        if "://" in text or re.search(r"^-", text, re.MULTILINE):
            faults.append(f"{path.name}: names an index or an option")
        for line, block in blocks(text).items():
            if "==" not in line or "--hash=sha256:" not in block:
                faults.append(f"{path.name}: {line}: not pinned with a hash")
            pinned.add(_name(line))
        faults += [f"{path.name}: {wish} is not locked" for wish in asked if _name(wish) not in pinned]
    return faults


def _name(line: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", line)
    return re.sub(r"[-_.]+", "-", found.group()).lower() if found else line


def _resolve(uv: str, asked: list[str], constraints: Path | None, scratch: Path) -> str:
    wish = scratch / "wish.in"
    wish.write_text("\n".join(asked) + "\n", encoding="utf-8")
    command = [uv, "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--no-emit-index-url", "--quiet", str(wish)]
    if constraints:
        command += ["--constraints", str(constraints)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


def lock(uv: str, folder: Path = FOLDER, project: Path = ROOT / "pyproject.toml", *, upgrade: bool) -> None:
    """Resolve everything together once, then write each group out of that one answer."""
    asked = wishes(project)
    head = MARK + fingerprint(project)
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        kept = scratch / "kept.txt"
        present = [] if upgrade else [folder / f"{group}.txt" for group in asked]
        lines = [line for path in present if path.exists() for line in blocks(path.read_text("utf-8"))]
        kept.write_text("\n".join(lines) + "\n", encoding="utf-8")
        everything = scratch / "all.txt"
        all_wishes = [wish for group in asked.values() for wish in group]
        everything.write_text(_resolve(uv, all_wishes, kept if lines else None, scratch), encoding="utf-8")
        answers: dict[str, dict[str, str]] = {}
        for group, below in STANDS_ON.items():
            together = [wish for part in (*below, group) for wish in asked[part]]
            answers[group] = blocks(_resolve(uv, together, everything, scratch))
            own = {
                line: block for line, block in answers[group].items() if line not in _below(answers, below)
            }
            body = "\n".join(own[line] for line in sorted(own))
            (folder / f"{group}.txt").write_text(f"{head}\n{body}\n", encoding="utf-8")


def _below(answers: Mapping[str, Mapping[str, str]], groups: tuple[str, ...]) -> set[str]:
    return {line for group in groups for line in answers[group]}


def main() -> int:
    """Check the locks or make them anew."""
    parser = argparse.ArgumentParser(prog="python -m simpul.config.locks", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only tell whether the locks are fresh")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions instead of keeping")
    options = parser.parse_args()
    if not options.check:
        uv = shutil.which("uv")
        if uv is None:
            sys.stderr.write("uv is not on PATH; it is needed to resolve, never to install.\n")
            return 2
        FOLDER.mkdir(exist_ok=True)
        lock(uv, upgrade=options.upgrade)
    faults = check()
    sys.stdout.write("\n".join([*faults, f"locks: {len(faults)} faults"]) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
