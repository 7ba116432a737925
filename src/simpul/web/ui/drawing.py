"""Components whose markup is written in Python (ADR 22): ``components/<name>/drawing.py`` with one ``draw``.

Most components are templates. Those that stand in every row of a long list are drawn here instead, at a
fraction of the work. ``markup.put`` escapes whatever is not marked safe, as a template does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template import TemplateSyntaxError
from django.templatetags.static import static
from django.utils.safestring import SafeString

from simpul.web.ui import assets, icons
from simpul.web.ui.markup import escaped, put

_REFERENCE = re.compile(r"\(?\b[A-Z]{2}-\d{4}-\d{4,}\)?")
Show = Callable[[object], SafeString]  # draws another component inside this one; nothing draws nothing
Draw = Callable[[Any, Show], SafeString]


def marked(css: str, holds: bool) -> SafeString:
    """A class attribute where it holds, else nothing. ``css`` is a name of ours, never a reader's word."""
    return SafeString(f' class="{css}"' if holds else "")


def whole_refs(words: Any) -> SafeString:
    """A sentence whose reference numbers (KS-2026-0142) are never broken over two lines."""
    return SafeString(_REFERENCE.sub(r'<span class="nowrap">\g<0></span>', escaped(words)))


def icon(name: str, label: str = "", css: str = "") -> SafeString:
    """An icon of the sprite. Without a label it is decoration and hidden from screen readers."""
    return _icon(name, str(label), css, _sprite(settings.STATIC_URL))


@lru_cache(maxsize=1024)
def _icon(name: str, label: str, css: str, sprite: str) -> SafeString:
    """Drawn once for each use that differs: a page shows a hundred of them."""
    if name not in icons.names():
        raise TemplateSyntaxError(f"{name!r} is not in simpul.web.ui.icons.ICONS; add it there.")
    spoken = put('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    classes = f"icon {css}".strip()
    return put(
        '<svg class="{}" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" '
        'stroke-linecap="round" stroke-linejoin="round" {} focusable="false"><use href="{}#{}"></use></svg>',
        classes,
        spoken,
        sprite,
        name,
    )


@lru_cache(maxsize=4)
def _sprite(_under: str) -> str:
    """The sprite's address, which stays as long as the process runs."""
    return static(assets.SPRITE)
