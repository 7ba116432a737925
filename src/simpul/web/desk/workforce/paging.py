"""How the forms of this room are shown and sent."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import Current, perform
from simpul.web.ui.forms import ActForm
from simpul.web.ui.language import say
from simpul.workforce.errors import DutiesOpen


def act_page(
    request: ActorRequest,
    form: ActForm,
    act: Callable[[], object],
    done_url: str | Callable[[str], str],
    *,
    heading: str,
    submit: str,
    back: str,
    lead: str = "",
    said: str = "",
    danger: bool = False,
    current: Current | None = None,
) -> HttpResponse:
    """Run the act once when the form was sent; show the form, with every objection, otherwise."""
    duties: list[str] = []

    def run() -> object:
        try:
            return act()
        except DutiesOpen as error:
            duties.extend(say(duty) for duty in error.duties)
            raise

    if request.method == "POST" and (answer := perform(request, form, run, done_url, current=current)):
        if said:
            messages.success(request, said)
        return answer
    context = {
        "form": form,
        "heading": heading,
        "submit": submit,
        "back": back,
        "lead": lead,
        "danger": danger,
        "duties": duties,
    }
    return render(request, "desk/workforce/act.html", context, status=form.status)
