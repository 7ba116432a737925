"""Every page of the handbook can be reached, and every place it points to is there."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.sources import ROOT

LINK = re.compile(r"\]\(([^)\s]+)\)")
FRONT = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")


def pages() -> list[Path]:
    return [*(ROOT / name for name in FRONT), *sorted((ROOT / "docs").rglob("*.md"))]


def targets(page: Path, text: str) -> list[tuple[str, Path, str]]:
    """Each relative link of a page: as written, the file, the heading wanted in it."""
    found = []
    for link in LINK.findall(text):
        if re.match(r"[a-z]+:", link):
            continue
        path, _sign, heading = link.partition("#")
        found.append((link, (page.parent / path).resolve() if path else page, heading))
    return found


def anchors(page: Path) -> set[str]:
    """The headings of a page, as addresses."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def dead(page: Path, text: str) -> list[str]:
    return [
        f"{page.relative_to(ROOT)}: {link}"
        for link, target, heading in targets(page, text)
        if not target.exists() or (heading and heading not in anchors(target))
    ]


def test_no_link_leads_nowhere() -> None:
    faults = [fault for page in pages() for fault in dead(page, page.read_text(encoding="utf-8"))]
    assert not faults, "\n".join(faults)


def test_planted_dead_links_are_found() -> None:
    text = "[a](docs/nowhere.md) [b](SECURITY.md#nothing-here) [c](SECURITY.md#reporting-a-weakness) [d](https://x.example)"
    assert [fault.partition(": ")[2] for fault in dead(ROOT / "README.md", text)] == [
        "docs/nowhere.md",
        "SECURITY.md#nothing-here",
    ]


def test_every_page_is_reached_from_the_front() -> None:
    seen: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        for _link, target, _heading in targets(page, page.read_text(encoding="utf-8")):
            inside = sorted(target.glob("*.md")) if target.is_dir() else [target]
            waiting += [one for one in inside if one.suffix == ".md" and one.exists()]
    unreached = sorted(str(page.relative_to(ROOT)) for page in pages() if page not in seen)
    assert unreached == []
