"""How the acts of a case are shown and sent: the client's banner, the form, every objection beside it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject

from simpul.casework.queries.case_file import CaseFile, case_file
from simpul.kernel.errors import ConsentMissing
from simpul.safeguards.permissions import may
from simpul.web.desk.casework import picture
from simpul.web.desk.casework.consent_door import consent_door
from simpul.web.desk.drafting import draft_of, perform_and_forget, typed
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import Current
from simpul.web.ui.forms import ActForm
from simpul.worklist.commands.keep_draft import keep_draft

Words = str | Promise
Layout = Sequence[tuple[Words, Sequence[tuple[str, ...]]]]


class CaseForm(ActForm):
    """An act's form in parts: each part has a heading and rows of one or more fields."""

    layout: ClassVar[Layout] = ()

    @property
    def parts(self) -> list[tuple[Words, list[list[forms.BoundField]]]]:
        """Headings with their rows; without a layout every field has a row of its own."""
        if not self.layout:
            return [("", [[bound] for bound in self.visible_fields()])]
        return [
            (title, [[self[name] for name in row if name in self.fields] for row in rows])
            for title, rows in self.layout
        ]


def open_file(request: ActorRequest, case_id: uuid.UUID, act: str) -> CaseFile:
    """The case to which this act belongs; to somebody who may not do it the page does not exist."""
    if not may(request.actor, f"casework.{act}"):
        raise Http404
    return case_file(request.actor, case_id)


def file_if_shown(request: ActorRequest, case_id: uuid.UUID, act: str) -> CaseFile:
    """``open_file`` for a page that sends only words: the file is read when something of it is shown.

    Saving a note asks nothing of the file; whether the case is reached at all, the act itself decides.
    """
    if not may(request.actor, f"casework.{act}"):
        raise Http404
    return cast(CaseFile, SimpleLazyObject(lambda: case_file(request.actor, case_id)))


def bound(
    request: ActorRequest,
    form_class: type[Any],
    *,
    initial: dict[str, Any] | Callable[[], dict[str, Any]] | None = None,
    **facts: Any,
) -> Any:
    """The form as sent; else as begun before; else with what may be taken for granted.

    A button named ``ask`` (look somebody up, what is suggested?) shows the page again and finds no fault.
    """
    if asks(request):
        form = form_class(initial=dict(request.POST.items()) | _lists(request), **facts)
    elif request.method == "POST":
        form = form_class(request.POST, **facts)
    else:
        granted = initial() if callable(initial) else initial or {}
        form = form_class(initial={**granted, **draft_of(request, request.path)}, **facts)
    form.draft_key = request.path
    return form


def asks(request: ActorRequest) -> bool:
    """Whether the form was sent only to ask something."""
    return request.method == "POST" and "ask" in request.POST


def _lists(request: ActorRequest) -> dict[str, Any]:
    return {name: values for name, values in request.POST.lists() if len(values) > 1}


def act_page(
    request: ActorRequest,
    file: CaseFile,
    form: ActForm,
    act: Callable[[], object],
    *,
    heading: str,
    submit: str,
    said: str = "",
    lead: str = "",
    anchor: str = "",
    back: str = "",
    done_url: str | Callable[[str], str] = "",
    template: str = "desk/casework/act.html",
    current: Current | None = None,
    consent_to: str = "",
    **more: Any,
) -> HttpResponse:
    """Run the act once when the form was sent; show the form, with every objection, otherwise.

    ``consent_to``: the purpose for which consent must stand; where it lacks, that is said before typing.
    """
    back = back or reverse("case", args=[file.row.id]) + anchor
    consent_missing: list[bool] = []

    def run() -> object:
        try:
            return act()
        except ConsentMissing:
            consent_missing.append(True)
            raise

    if request.method == "POST" and not asks(request):
        answer = perform_and_forget(request, form, run, done_url or back, current=current)
        if answer:
            if said:
                messages.success(request, said)
            return answer
        if consent_missing:
            keep_draft(request.actor, key=request.path, body=typed(request.POST))
    context = {
        "file": file,
        "banner": picture.banner(file),
        "form": form,
        "heading": heading,
        "submit": submit,
        "lead": lead,
        "back": back,
        "consent_door": consent_door(file, consent_to, typed=bool(consent_missing)),
        **more,
    }
    return render(request, template, context, status=form.status)
