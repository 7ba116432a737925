"""How an act about a person is asked for: one form below the person's banner."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from simpul.registry.queries.person_file import person_banner
from simpul.web.desk.registry import pictures
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


def ask(
    request: ActorRequest,
    person_id: uuid.UUID,
    form: ActForm,
    act: Callable[[], object],
    heading: str,
    submit: str,
    *,
    back: str = "person",
    lead: str = "",
    said: str = "",
    danger: bool = False,
) -> HttpResponse:
    """Show the form below the banner; go back to the file when done."""
    address = reverse(back, args=[person_id])
    return act_page(
        request,
        form,
        act,
        address,
        heading=heading,
        submit=submit,
        back=address,
        banner=pictures.banner(person_banner(request.actor, person_id)),
        lead=lead,
        said=said,
        danger=danger,
    )
