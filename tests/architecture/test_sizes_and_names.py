"""Files under 400 lines, functions under 60, and names that say something."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, SOURCE, parsed, python_files, shown

BANNED = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "services",
    "service_layer",
    "manager",
    "managers",
    "base",
    "stuff",
}
VIEW_LINES = 25


def all_files() -> list[Path]:
    tests = [path for path in (ROOT / "tests").rglob("*.py")]
    return [*python_files(), *tests, *(ROOT / "scripts").rglob("*.py")]


def functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_files_stay_under_400_lines() -> None:
    long = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in all_files()}
    assert {name: lines for name, lines in long.items() if lines >= 400} == {}


def test_functions_stay_under_60_lines() -> None:
    long = {
        f"{shown(path)}:{node.name}": length(node)
        for path in python_files()
        for node in functions(parsed(path))
        if length(node) >= 60
    }
    assert long == {}


def test_views_stay_under_25_lines() -> None:
    long = {
        f"{shown(path)}:{node.name}": length(node)
        for path in (SOURCE / "web").rglob("views.py")
        for node in functions(parsed(path))
        if length(node) > VIEW_LINES
    }
    assert long == {}, "parse, act, render: the rest belongs elsewhere"


def test_names_say_what_is_inside() -> None:
    bad = [
        shown(path) for path in SOURCE.rglob("*") if path.stem in BANNED and "migrations" not in path.parts
    ]
    assert bad == []


def test_no_signals_and_no_raw_sql_around_the_guard() -> None:
    allowed = {"src/simpul/safeguards/triggers.py", "src/simpul/safeguards/keys.py"}
    pattern = re.compile(r"@receiver|\.connect\(\s*\w+,\s*sender|_base_manager|\.raw\(")
    bad = [
        shown(path)
        for path in python_files()
        if shown(path) not in allowed and pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert bad == []


@pytest.mark.parametrize("room", ["commands", "queries", "policies.py", "rules.py"])
def test_acts_do_not_import_web_frameworks(room: str) -> None:
    bad = [
        shown(path)
        for path in python_files()
        if room in path.parts
        and re.search(r"django\.(http|shortcuts|views)", path.read_text(encoding="utf-8"))
    ]
    assert bad == []


def test_templates_stay_under_120_lines() -> None:
    long = {
        shown(path): count
        for path in SOURCE.rglob("*.html")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 120
    }
    assert long == {}
