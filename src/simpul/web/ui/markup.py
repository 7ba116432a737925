"""Markup put together in Python: what is not marked safe is escaped, as ``format_html`` and templates do it.

Django's own asks several times for each value whether it is to be translated later. A list of fifty rows
holds a thousand values, nearly all of them plain words or markup that is safe already.
"""

from __future__ import annotations

import html
import re
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

_TELLING = re.compile("[&<>\"']")
NOTHING = SafeString("")


def escaped(value: Any) -> str:
    """The value as it may stand in a page, between tags or in a quoted attribute."""
    kind = type(value)
    if kind is SafeString:
        return str(value)
    if kind is str:
        return html.escape(value) if _TELLING.search(value) else str(value)
    return str(conditional_escape(value))


def put(pattern: str, *values: object) -> SafeString:
    """The values in the places of a pattern, which is ours and never a reader's word."""
    return SafeString(pattern.format(*[escaped(value) for value in values]))
