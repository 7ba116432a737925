"""A site that does whatever it is sent, however often it is sent."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from simpul.config.settings import *  # noqa: F403
from simpul.config.settings import MIDDLEWARE as _MIDDLEWARE


class ForgetKeys:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        from simpul.web.ui import acts

        acts.once = lambda _actor, _key, _body, _act, call: str(call() or "")  # type: ignore[assignment]
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)


MIDDLEWARE = [*_MIDDLEWARE, "tests.sweeps.planted.no_key.ForgetKeys"]
