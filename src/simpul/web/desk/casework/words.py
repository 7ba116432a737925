"""The aid for respectful words: it looks over what is written, never forces; nothing of the text is kept."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.queries.form_words import WordSuggestion, respectful_words
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.components.word_hints.props import Hint, WordHints
from simpul.web.ui.voices import OF_THE_CLIENT, base_name

MOST = 40


@at_desk("POST")
def check_words(request: ActorRequest) -> HttpResponse:
    """Words that could hurt in what a member of staff wrote, with kinder ones beside them.

    The address says which fields are meant (``?f=``). A field that asks while it is typed in sends itself
    alone and is answered with hints only; the button sends the form and is told when all is well.
    """
    asked = set(request.GET.getlist("f"))
    texts = {
        name: "\n".join(map(str, values))
        for name, values in request.POST.lists()
        if (name in asked or base_name(name) in asked) and base_name(name) not in OF_THE_CLIENT
    }
    found = respectful_words(request.actor, text="\n".join(texts.values())) if _wanted(request) else ()
    context = {"hints": _hints(found), "typing": "do" not in request.POST}
    part = request.headers.get("HX-Request") == "true"
    return render(request, "desk/casework/_words_found.html" if part else "desk/casework/words.html", context)


def _wanted(request: ActorRequest) -> bool:
    """A page opened before the switch was moved must be silent too."""
    return bool(getattr(request.user, "word_help", True))


def _hints(found: tuple[WordSuggestion, ...]) -> WordHints:
    """Each word once, with the reason; a word with innocent uses is only asked about."""
    hints = {
        one.found.casefold(): Hint(
            one.found,
            tuple(part.strip() for part in one.prefer.split(";")),
            one.note or (_("It may be right here.") if one.innocent else ""),
        )
        for one in found
    }
    return WordHints(tuple(hints.values())[:MOST], f"{reverse('desk_me')}#word-help")
