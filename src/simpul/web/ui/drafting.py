"""What was typed into a form and not sent: kept while typing, offered again, forgotten when sent.

The key of a draft is the address of its form (``form.draft_key = request.path``); the view that opens it
asks ``draft_of`` for what to put into it, and runs its act through ``perform_and_forget``.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse, QueryDict

from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import Current, perform
from simpul.web.ui.forms import ActForm
from simpul.worklist.commands.drop_draft import drop_draft
from simpul.worklist.queries.drafts import my_draft

ENVELOPE = frozenset({"csrfmiddlewaretoken", "draft_key", "idempotency_key", "version"})


def typed(answers: QueryDict) -> str:
    """The answers of a form as one text, without its envelope."""
    kept = QueryDict(mutable=True)
    for name, values in answers.lists():
        if name not in ENVELOPE and any(values):
            kept.setlist(name, values)
    return kept.urlencode()


def draft_of(request: ActorRequest, key: str) -> dict[str, str | list[str]]:
    """What this writer typed into this form before, as initial values; empty if nothing waits."""
    draft = my_draft(request.actor, key=key)
    if draft is None:
        return {}
    answers = QueryDict(draft.body)
    return {
        name: values[0] if len(values) == 1 else [str(value) for value in values]
        for name, values in answers.lists()
    }


def perform_and_forget(
    request: ActorRequest,
    form: ActForm,
    act: Callable[[], object],
    done_url: str | Callable[[str], str],
    *,
    current: Current | None = None,
    name: str = "",
) -> HttpResponse | None:
    """``perform``, and drop the draft once the act is done."""
    answer = perform(request, form, act, done_url, current=current, name=name)
    if answer is not None and form.draft_key:
        drop_draft(request.actor, key=form.draft_key)
    return answer
