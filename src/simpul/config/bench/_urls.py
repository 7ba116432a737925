"""The house's addresses, and three that exist in the bench alone."""

from __future__ import annotations

import os
import resource
import sys
from functools import cache
from typing import Any

from django.http import HttpResponse
from django.template import engines
from django.urls import URLPattern, URLResolver, include, path

from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest


@at_desk()
def trivial(request: ActorRequest) -> HttpResponse:
    """Knows who asks, as every page does, and says it in one line."""
    return HttpResponse(f"{request.actor.kind} {len(request.actor.grants)}", content_type="text/plain")


@at_desk()
def framed(request: ActorRequest) -> HttpResponse:
    """The same line within the frame of the house: head, menu, search box, account."""
    return HttpResponse(_framed_page().render({"actor": request.actor}, request))


@cache
def _framed_page() -> Any:
    line = "{% block content %}{{ actor.kind }} {{ actor.grants|length }}{% endblock %}"
    return engines["django"].from_string('{% extends "ui/desk.html" %}' + line)


@at_desk()
def memory(request: ActorRequest) -> HttpResponse:
    """The most memory that this process ever held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    most = most // 1024 if sys.platform == "darwin" else most
    return HttpResponse(f"{os.getpid()} {most // 1024}", content_type="text/plain")


urlpatterns: list[URLPattern | URLResolver] = [
    path("bench/trivial/", trivial, name="bench_trivial"),
    path("bench/framed/", framed, name="bench_framed"),
    path("bench/memory/", memory, name="bench_memory"),
    path("", include("simpul.config.urls")),
]
