"""Puts the static files together that are made of many: one style sheet, one script, one icon sprite.

No build tool is needed: Django's static finder calls ``build`` whenever a source is younger than the result,
in development and in ``collectstatic`` alike.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

from simpul.web.ui import icons

HERE = Path(__file__).resolve().parent
SHEETS = ("tokens", "ground", "layout", "controls", "casework", "print")
STYLE, SCRIPT, SPRITE = "ui/simpul.css", "ui/simpul.js", "ui/icons.svg"


def style_sources() -> list[Path]:
    """Tokens, ground and layout first, then each component, print last."""
    *screen, paper = [HERE / "static/ui/css" / f"{name}.css" for name in SHEETS]
    return [*screen, *sorted(HERE.glob("components/*/*.css")), *sorted(HERE.glob("instrument/*.css")), paper]


def script_sources() -> list[Path]:
    """Each module stands alone; a missing one takes nothing with it."""
    return sorted((HERE / "static/ui/js").glob("*.js"))


def joined_style() -> str:
    """The sheets lie one folder deeper than the joined file, so their addresses lose one step."""
    return "".join(path.read_text(encoding="utf-8") for path in style_sources()).replace('url("../', 'url("')


def joined_script() -> str:
    """All modules in blocks of their own, so that their names do not meet."""
    return "".join(f"{{\n{path.read_text(encoding='utf-8')}}}\n" for path in script_sources())


def build(into: Path) -> list[Path]:
    """Write the joined files below ``into``; files that are fresh stay untouched."""
    made: list[Path] = []
    plan = (
        (STYLE, style_sources(), joined_style),
        (SCRIPT, script_sources(), joined_script),
        (SPRITE, [Path(icons.__file__)], icons.sprite),
    )
    for name, sources, make in plan:
        target = into / name
        if _is_stale(target, sources):
            _write(target, make())
        made.append(target)
    return made


def _is_stale(target: Path, sources: Iterable[Path]) -> bool:
    if not target.exists():
        return True
    born = target.stat().st_mtime
    watched = [*sources, Path(__file__)]
    return any(path.stat().st_mtime > born or path.parent.stat().st_mtime > born for path in watched)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.{os.getpid()}.{threading.get_ident()}")
    partial.write_text(text, encoding="utf-8")
    partial.replace(target)


class AssetsFinder(BaseFinder):
    """Offers the joined files to ``collectstatic`` and to the development server."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.home = Path(settings.STATIC_ROOT).parent / "assets"
        self.storage = FileSystemStorage(location=self.home)
        super().__init__(*args, **kwargs)

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path not in {STYLE, SCRIPT, SPRITE}:
            return []
        build(self.home)
        found = str(self.home / path)
        return [found] if find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        build(self.home)
        for name in (STYLE, SCRIPT, SPRITE):
            if not matches_patterns(name, ignore_patterns or []):
                yield name, self.storage
