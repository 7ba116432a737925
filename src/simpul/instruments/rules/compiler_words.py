"""What the compiler of forms objects to, in words that can be said in the reader's language."""

from __future__ import annotations

import re

from simpul.kernel.text import N_, Text

_SAYINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (
            r"Unknown question type '(?P<what>[^']*)'",
            N_("The question type %(what)s is not known. Choose a type of XLSForm, for example text."),
        ),
        (
            r"'name' value '(?P<what>[^']*)' is invalid.*must be unique",
            N_("The name %(what)s stands twice in the same group. Give each question its own name."),
        ),
        (
            r"'name' value is invalid",
            N_("The name is not allowed. Begin with a letter; use letters, digits and _ only."),
        ),
        (r"with no name", N_("A question has no name. Fill in the column name.")),
        (
            r"Unmatched 'begin_\w+'.*name '(?P<what>[^']*)'",
            N_("The group %(what)s is opened and never closed. Add a row end group."),
        ),
        (r"Unmatched 'end_\w+'", N_("A group is closed that was never opened. Remove the row.")),
        (
            r"should be a choices sheet",
            N_("Answers to choose from are missing. Add a sheet choices with list_name, name and label."),
        ),
        (
            r"[Ll]ist name not in choices sheet: (?P<what>\S+)",
            N_("The list %(what)s is not on the sheet choices. Add it there, or correct its name."),
        ),
        (
            r"Could not find the name '(?P<what>[^']*)'",
            N_("A formula speaks of %(what)s, but no question has that name."),
        ),
        (
            r"named '(?P<what>[^']*)' has no label",
            N_("The question %(what)s has no words. Fill in the column label."),
        ),
    )
)
_SHEET = re.compile(r"On the '(\w+)' sheet")


def said(message: str) -> Text:
    """The objection in our words; one that is not known is handed on as the compiler said it."""
    for pattern, words in _SAYINGS:
        if found := pattern.search(message):
            return Text(words, {"what": found.groupdict().get("what") or ""})
    return Text(N_("The form cannot be read: %(message)s"), {"message": message})


def sheet_of(message: str) -> str:
    """The sheet that an objection names."""
    found = _SHEET.search(message)
    return found.group(1) if found else "survey"
