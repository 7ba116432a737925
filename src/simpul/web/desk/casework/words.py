"""The aid for respectful words: asked for, never forced; nothing of the text is kept."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from simpul.casework.queries.form_words import respectful_words
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.components.word_hints.props import Hint, WordHints

# The client's own words are never looked over: they stay as they were said.
WRITTEN_BY_STAFF = (
    "observation",
    "interpretation",
    "next_step",
    "strengths",
    "recommendation",
    "information",
    "advice",
    "question",
    "reason",
    "words",
    "fact",
    "progress",
    "obstacles",
    "summary",
    "minutes",
    "text",
)
MOST = 40


@at_desk("POST")
def check_words(request: ActorRequest) -> HttpResponse:
    """Words that could hurt in what a member of staff wrote, with kinder ones beside them."""
    texts = [
        text
        for name, values in request.POST.lists()
        if name.startswith(("domain_", "option_")) or name in WRITTEN_BY_STAFF
        for text in values
    ]
    found = respectful_words(request.actor, text="\n".join(str(text) for text in texts))
    hints = {one.found.casefold(): Hint(one.found, (one.prefer,)) for one in found}
    context = {"hints": WordHints(tuple(hints.values())[:MOST]), "checked": bool(texts)}
    part = request.headers.get("HX-Request") == "true"
    return render(request, "desk/casework/_words_found.html" if part else "desk/casework/words.html", context)
