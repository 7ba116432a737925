"""A site that says "done" before it is: the work goes on in a thread after the answer."""

import threading
import time
from collections.abc import Callable

from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from simpul.config.settings import *  # noqa: F403
from simpul.config.settings import MIDDLEWARE as _MIDDLEWARE


class AnswerFirst:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return self.get_response(request)
        request.POST.keys()  # the body must be read before the line is closed

        def later() -> None:
            time.sleep(0.6)
            self.get_response(request)
            connections.close_all()

        threading.Thread(target=later, daemon=True).start()
        time.sleep(0.3)  # or the writers heap up more than a slow machine can do
        return HttpResponseRedirect("/")


MIDDLEWARE = ["tests.sweeps.planted.early_answer.AnswerFirst", *_MIDDLEWARE]
