"""Every record of the house has its word in the glossary."""

from __future__ import annotations

import re

from django.apps import apps

from tests.architecture.sources import DOMAIN, ROOT

GLOSSARY = ROOT / "docs" / "glossary.md"


def rows() -> list[list[str]]:
    """The cells of every entry."""
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [row for row in cells if row[0] != "English"]


def spoken(name: str) -> str:
    """A class name as people say it.

    >>> spoken("StatutoryClock")
    'statutory clock'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def unexplained(names: list[str], entries: list[list[str]]) -> list[str]:
    known = {word.strip().lower() for row in entries for word in row[0].split(",")}
    return sorted({spoken(name) for name in names} - known)


def test_every_record_has_a_row() -> None:
    names = [model.__name__ for model in apps.get_models() if model._meta.app_label in DOMAIN]
    faults = unexplained(names, rows())
    assert not faults, "add a row to docs/glossary.md for:\n" + "\n".join(faults)


def test_planted_unexplained_record_is_found() -> None:
    assert unexplained(["Region", "GadgetFrobnicator"], rows()) == ["gadget frobnicator"]


def test_every_row_is_whole_and_stands_once() -> None:
    entries = rows()
    assert len(entries) > 100
    assert [row for row in entries if len(row) != 5 or not all(row[:4])] == []
    names = [row[0] for row in entries]
    assert sorted({name for name in names if names.count(name) > 1}) == []
