"""Sweeps over every template of the house: nothing inline, known icons, short files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from simpul.web.ui import icons

SOURCE = Path(__file__).resolve().parents[2] / "src"
TEMPLATES = sorted({*SOURCE.rglob("templates/**/*.html"), *SOURCE.rglob("components/**/*.html")})
FORBIDDEN = {
    "inline style": re.compile(r"\sstyle\s*=|<style", re.I),
    "inline handler": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.I),
    "inline script": re.compile(r"<script(?![^>]*\s(?:src=|type=\"application/json\"))", re.I),
    "script address": re.compile(r"javascript:", re.I),
    "unescaped": re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off"),
    "foreign file": re.compile(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=[\"']https?:", re.I),
    "search in the address": re.compile(r"<form(?![^>]*method=[\"']?post)[^>]*>", re.I),
}
ICON = re.compile(r"\{%\s*icon\s+\"([^\"]+)\"|\bicon=\"([^\"]+)\"")


# Markup made by code we trust, each with its reason.
TRUSTED = {"mfa/totp/activate_form.html": ["unescaped"]}  # django-allauth draws the code of the secret


def faults(text: str) -> list[str]:
    return [name for name, pattern in FORBIDDEN.items() if pattern.search(text)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_template_holds_nothing_forbidden(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    trusted = next((names for end, names in TRUSTED.items() if str(path).endswith(end)), [])
    assert faults(text) == trusted
    assert text.count("\n") <= 120, "split the template"


@pytest.mark.parametrize(
    ("planted", "name"),
    [
        ('<p style="color:red">', "inline style"),
        ("<style>p{}</style>", "inline style"),
        ('<a onclick="go()">', "inline handler"),
        ("<script>go()</script>", "inline script"),
        ('<a href="javascript:go()">', "script address"),
        ("{{ note|safe }}", "unescaped"),
        ('<script src="https://cdn.example/x.js"></script>', "foreign file"),
        ('<form action="/cari">', "search in the address"),
    ],
)
def test_sweep_finds_what_is_planted(planted: str, name: str) -> None:
    assert name in faults(planted)


def test_every_icon_is_in_the_list() -> None:
    used = {
        (path.name, name)
        for path in [*TEMPLATES, *SOURCE.glob("simpul/web/**/*.py")]
        for found in ICON.findall(path.read_text(encoding="utf-8"))
        for name in found
        if name
    }
    assert len(used) > 30
    assert {(where, name) for where, name in used if name not in icons.names()} == set()


def test_sprite_holds_every_icon_and_is_whole() -> None:
    tree = etree.fromstring(icons.sprite().encode())
    assert {symbol.get("id") for symbol in tree} == icons.names()
    assert all(len(symbol) for symbol in tree)
