"""When the records cannot be reached, the answer says so and when to come back: 503, not a bare 500."""

from __future__ import annotations

import contextlib
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error

from simpul.web.ui.kept import typed_texts

SECONDS = 15  # after which it is worth asking again
AWAY = (OperationalError, InterfaceError)


def answer_to_a_fault(request: HttpRequest) -> HttpResponse:
    """Django's 500 for a fault of ours; 503 for a database that is away, full or too busy.

    The page is made without its reader: to know who asks, one would have to reach the records.
    """
    if not isinstance(sys.exc_info()[1], AWAY):
        return server_error(request)
    texts: tuple[str, ...] = ()
    with contextlib.suppress(Exception):  # a body that cannot be read any more must not hide the outage
        texts = typed_texts(request)
    page = render_to_string("503.html", {"texts": texts})
    return HttpResponse(page, status=503, headers={"Retry-After": str(SECONDS)})
