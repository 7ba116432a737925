"""Every act is gated, has one name everywhere and a row in its app's table of permissions."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext

from simpul.safeguards.gate import ACTS
from simpul.safeguards.permissions import matrix
from simpul.safeguards.words import told_acts, words_for
from tests.architecture.sources import DOMAIN, SOURCE, parsed, shown

GATES = {"command", "query", "step"}


def act_modules(room: str) -> list[Path]:
    return [
        path
        for app in DOMAIN
        for path in sorted((SOURCE / app / room).rglob("*.py"))
        if not path.name.startswith("_")
    ]


def ungated(tree: ast.Module) -> list[str]:
    """Public functions that lack a gate."""
    found = []
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        names = {
            decorator.func.id if isinstance(decorator, ast.Call) else getattr(decorator, "id", "")
            for decorator in node.decorator_list
            if not isinstance(decorator, ast.Call) or isinstance(decorator.func, ast.Name)
        }
        returns = ast.unparse(node.returns) if node.returns else ""
        if not names & GATES and returns != "Q":
            found.append(node.name)
    return found


@pytest.mark.parametrize("room", ["commands", "queries"])
def test_every_public_function_of_commands_and_queries_is_gated(room: str) -> None:
    faults = [f"{shown(path)}: {name}" for path in act_modules(room) for name in ungated(parsed(path))]
    assert not faults, "add @command, @query or @step, or make it private:\n" + "\n".join(faults)


def test_planted_ungated_function_is_found() -> None:
    tree = ast.parse("@command()\ndef fine(actor): ...\n\ndef forgotten(actor): ...\n\ndef _private(): ...\n")
    assert ungated(tree) == ["forgotten"]


def test_command_bears_the_name_of_its_file() -> None:
    faults = []
    for path in act_modules("commands"):
        names = [node.name for node in parsed(path).body if isinstance(node, ast.FunctionDef)]
        if path.stem not in names:
            faults.append(f"{shown(path)} holds {names}")
    assert not faults, "one act, one name:\n" + "\n".join(faults)


def own_acts() -> dict[str, object]:
    return {name: act for name, act in ACTS.items() if act.function.__module__.startswith("simpul.")}


def test_every_act_has_a_row_in_permissions_and_every_row_an_act() -> None:
    wanted = {name for name, act in own_acts().items() if act.kind != "step"}
    rows = {name for name in matrix() if not name.startswith("safeguards.try_")}
    assert wanted - rows == set(), "acts without a row in permissions.csv"
    assert rows - wanted == set(), "rows in permissions.csv without an act"


def test_every_act_is_granted_to_somebody() -> None:
    assert [name for name, cells in matrix().items() if not cells] == []


def test_every_act_has_a_docstring() -> None:
    assert [name for name, act in own_acts().items() if not act.function.__doc__] == []


def untold(acts: set[str], told: dict[str, str]) -> set[str]:
    """Acts without words, and words without an act."""
    return acts ^ set(told)


def test_every_act_has_words_for_people_and_all_words_an_act() -> None:
    assert untold(set(own_acts()), told_acts()) == set(), "tell the act in its app's told.py"


def test_words_of_an_act_are_no_technical_name_and_speak_indonesian() -> None:
    with translation.override("id"):
        same = [act for act, words in told_acts().items() if gettext(words) == words]
    assert same == [], "translate the words of these acts"
    assert [words for words in told_acts().values() if "_" in words or words[:1].isupper()] == []


def test_planted_act_without_words_is_found() -> None:
    told = dict(told_acts())
    del told["casework.record_contact"]
    told["casework.gone_act"] = "did something that is no more"
    assert untold(set(own_acts()), told) == {"casework.record_contact", "casework.gone_act"}


def test_act_of_an_older_version_is_told_by_its_line() -> None:
    assert words_for("casework.gone_act", "read") == "read records"
    assert words_for("casework.gone_act", "done") == "recorded something"
