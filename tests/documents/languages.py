"""How a document speaks in tests: through Django's catalogues, as in the house."""

from __future__ import annotations

from django.utils import translation

from simpul.documents.commands.issue_document import _say
from simpul.documents.kinds import Paper
from simpul.documents.rules.sheet import Plain, with_logo
from tests.documents.papers import LOGO, envelope


def sheet_in(paper: Paper, language: str = "id") -> Plain:
    """The paper's sheet in a language, with the office's logo."""
    with translation.override(language):
        return with_logo(paper.sheet(envelope(language), _say), LOGO)
