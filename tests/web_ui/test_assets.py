"""One style sheet, one script and one sprite are put together from their parts, without a build tool."""

from __future__ import annotations

import os
import re
from pathlib import Path

from django.contrib.staticfiles import finders

from simpul.web.ui import assets


def test_every_component_sheet_is_in_the_style() -> None:
    style = assets.joined_style()
    for sheet in assets.HERE.glob("components/*/*.css"):
        assert sheet.read_text(encoding="utf-8") in style
    assert style.index("--ground") < style.index(".badge {") < style.index("@page")


def test_braces_are_balanced_and_nothing_foreign_is_fetched() -> None:
    style = assets.joined_style()
    assert style.count("{") == style.count("}")
    assert "@import" not in style
    assert all(
        not address.startswith(("http", "//", "data:")) for address in re.findall(r'url\("?([^")]+)', style)
    )


def test_addresses_in_the_style_exist() -> None:
    for address in re.findall(r'url\("([^"]+)"\)', assets.joined_style()):
        assert finders.find(f"ui/{address}"), address


def test_style_stays_small() -> None:
    import gzip

    assert len(gzip.compress(assets.joined_style().encode())) < 16_000
    assert len(gzip.compress(assets.joined_script().encode())) < 10_000


def test_scripts_need_no_eval_and_no_inline_style() -> None:
    script = assets.joined_script()
    assert not re.search(
        r"\beval\(|new Function|\.style\b|setAttribute\(.style|document\.write|innerHTML\s*\+=", script
    )
    assert "import " not in script


def test_build_renews_only_what_is_stale(tmp_path: Path) -> None:
    style, *_rest = assets.build(tmp_path)
    os.utime(style, (1, 1))
    style.write_text("old", encoding="utf-8")
    os.utime(style, (1, 1))
    assets.build(tmp_path)
    assert "--ground" in style.read_text(encoding="utf-8")
    born = style.stat().st_mtime_ns
    assets.build(tmp_path)
    assert style.stat().st_mtime_ns == born


def test_finder_offers_the_joined_files() -> None:
    for name in (assets.STYLE, assets.SCRIPT, assets.SPRITE):
        assert Path(str(finders.find(name))).stat().st_size > 1000
    assert finders.find("ui/absent.css") is None
