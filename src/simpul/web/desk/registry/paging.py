"""How an act about a person is asked for: one form below the person's banner."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import Current, perform
from simpul.web.ui.components.identity_banner.props import IdentityBanner
from simpul.web.ui.forms import ActForm


def act_page(
    request: ActorRequest,
    form: ActForm,
    act: Callable[[], object],
    done_url: str | Callable[[str], str],
    *,
    heading: str,
    submit: str,
    back: str,
    banner: IdentityBanner | None = None,
    lead: str = "",
    said: str = "",
    danger: bool = False,
    current: Current | None = None,
    template: str = "desk/registry/act.html",
    more: dict[str, object] | None = None,
) -> HttpResponse:
    """Run the act once when the form was sent; show the form, with every objection, otherwise."""
    if request.method == "POST" and (answer := perform(request, form, act, done_url, current=current)):
        if said:
            messages.success(request, said)
        return answer
    context = {
        "form": form,
        "heading": heading,
        "submit": submit,
        "back": back,
        "banner": banner,
        "lead": lead,
        "danger": danger,
        **(more or {}),
    }
    return render(request, template, context, status=form.status)
