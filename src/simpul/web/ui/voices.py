"""Whose words a field holds: the writer's may be looked over, the client's stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlencode

from django import forms
from django.forms import BoundField

# What the client said, wrote or wishes. Nobody corrects it.
OF_THE_CLIENT = frozenset(
    {
        "client_words",
        "client_view",
        "presenting_words",
        "concern",
        "child_wishes",
        "child_assent",
        "withdrawn_words",
    }
)
# One-line fields in which something is told, not only named.
TOLD_IN_A_LINE = frozenset(
    {
        "next_step",
        "question",
        "reason",
        "measure",
        "baseline",
        "target",
        "what",
        "unknown_note",
        "distinct_reason",
        "explained",
        "words",
    }
)
_PLACE = re.compile(r"^.*[-.]\d+[-.]")


def base_name(name: str) -> str:
    """The name of a field without its row.

    >>> base_name("goals-0-client_words"), base_name("observation")
    ('client_words', 'observation')
    """
    return _PLACE.sub("", name)


def is_looked_over(bound: BoundField) -> bool:
    """Whether the aid for respectful words reads this field."""
    widget, name = bound.field.widget, base_name(bound.html_name)
    if name in OF_THE_CLIENT or widget.attrs.get("data-voice") == "client":
        return False
    if isinstance(widget, forms.Textarea):
        return True
    told = name in TOLD_IN_A_LINE or name.startswith(("domain_", "option_"))
    return told and isinstance(widget, forms.TextInput)


def looked_over(form: Iterable[BoundField]) -> tuple[str, ...]:
    """The names of a form's fields that are looked over, without their rows."""
    return tuple(dict.fromkeys(base_name(one.html_name) for one in form if is_looked_over(one)))


def asking(names: Iterable[str]) -> str:
    """The part of an address that says which fields are meant; their text never stands in it."""
    return urlencode([("f", name) for name in names])
