"""Every form with hostile answers: nothing breaks, nothing comes back as markup, what was typed is kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import clear_url_caches, path
from django.utils.html import escape
from django.views.decorators.csrf import csrf_exempt

from simpul.casework.models import Case
from simpul.config import urls
from simpul.registry.models import Person
from tests.sweeps.addresses import every_address, reversible
from tests.sweeps.hostile import BODIES, FORM, MARKER, VALUES, Hostile, fresh_key, packed, uploads
from tests.sweeps.probing import Findings, HtmlForm, enter, forms_of, ids_for, texts_of, undone
from tests.sweeps.world import Marked, make_marked_world

HOW = os.environ.get("SIMPUL_SWEEP", "")
FULL = HOW == "full"
# Values of one field and bodies of one form: one each when the suite runs, several with SIMPUL_SWEEP=wide
# (before a release), all with SIMPUL_SWEEP=full.
LEAST_PROBES, PER_FIELD, PER_FORM = (5_000, 5, 4) if HOW in {"wide", "full"} else (800, 1, 1)
ALWAYS = [one for one in VALUES if one.name in {"markup", "nul"}] if PER_FIELD > 1 else []  # in every field
TYPED = {"text", "textarea"}
FAULT = ("aria-invalid", "error-summary", "field-error", "Yang dapat Anda lakukan", "tidak dapat dilakukan")
SESSION = "simpul_session"
OWN_PAGE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
pytestmark = pytest.mark.usefixtures("quiet_log")


@dataclass(frozen=True)
class Probe:
    """One sending of a form: what is hostile about it, and the answers that should not get lost."""

    name: str
    kind: str
    body: bytes
    typed: tuple[str, ...] = ()


def answers_of(form: HtmlForm, turn: int) -> dict[str, str]:
    """The form filled in: each text with words of its own, sent by one of its buttons."""
    answers = {name: text for name, text in form.fields.items() if name != "csrfmiddlewaretoken"}
    for place, name in enumerate(name for name, kind in form.kinds.items() if kind in TYPED):
        answers[name] = f"Kt{place:02d}q"
    for name, words in form.buttons.items():
        answers[name] = words[turn % len(words)]
    if "idempotency_key" in answers:
        answers["idempotency_key"] = fresh_key()
    return answers


# What scripts send without a form of their own: address, by whom, the names of its answers.
SENT_BY_SCRIPT = {
    "region_choices": ("w1", "q"), "person_choices": ("w1", "q"), "check_words": ("w1", "words"),
    "find_duplicates": ("w1", "full_name", "birth", "nik", "sex"), "draft": ("w1", "draft_key", "words"),
    "drop_draft": ("w1", "draft_key"), "portal_draft": ("client_SATU", "draft_key", "words"),
    "choose_language": ("w1", "language"), "set_language": ("anonymous", "language", "next"),
    "account_signup": ("anonymous", "email"), "tick_off_task": ("w1", "next"),
}  # fmt: skip


class HostileSweep:
    """Forms sent with one hostile thing at a time by somebody who is shown them; each undone afterwards."""

    def __init__(self, world: Marked) -> None:
        self.world, self.found, self.turn = world, Findings(), 0
        foreign = (str(world.persons["LIMA"].id), str(world.cases["TIGA"].id))
        self.values = (*VALUES, *(Hostile("foreign record", one) for one in foreign))

    def sweep(self, who: str, form: HtmlForm) -> None:
        account = self.world.accounts[who]
        with undone():
            key = enter(account).cookies[SESSION].value if account else ""
            for probe in self._probes(form):
                for proven in (True, False) if probe.name == "body: whole" else (True,):
                    client = Client(not proven, raise_request_exception=False, HTTP_ACCEPT_LANGUAGE="id")
                    if key:
                        client.cookies[SESSION] = key
                    with undone():
                        self._send(
                            f"{who} {form.method} {form.action} {probe.name}", client, form, probe, proven
                        )

    def _probes(self, form: HtmlForm) -> Iterator[Probe]:
        for name in form.fields:
            if name == "csrfmiddlewaretoken":
                continue
            for value in (*ALWAYS, *self._some(self.values, PER_FIELD)):
                answers = answers_of(form, self.turn)
                typed = tuple(
                    text for field, text in answers.items() if text.startswith("Kt") and field != name
                )
                yield Probe(f"{name}: {value.name}", FORM, packed(answers, {name: value.sent}), typed)
            if form.kinds[name] == "file":
                yield from self._uploads(form, name)
        if form.method == "post":
            yield Probe("body: whole", FORM, packed(answers_of(form, self.turn)))
            for reason in self._some(tuple(BODIES), PER_FORM):
                yield Probe(f"body: {reason}", *BODIES[reason](answers_of(form, self.turn)))

    def _uploads(self, form: HtmlForm, name: str) -> Iterator[Probe]:
        for reason, filename, content, kind in uploads():
            answers: dict[str, Any] = answers_of(form, self.turn)
            answers[name] = SimpleUploadedFile("x", content, kind)
            answers[name]._name = filename  # as it comes over the line, path and all
            yield Probe(f"{name}: upload {reason}", MULTIPART_CONTENT, encode_multipart(BOUNDARY, answers))

    def _some(self, things: tuple[Any, ...], number: int) -> list[Any]:
        """All in the long run; otherwise a few, others each time, so that every value is met often."""
        self.turn += 1
        if FULL:
            return list(things)
        return [things[(self.turn * number + step) % len(things)] for step in range(number)]

    def _send(self, where: str, client: Client, form: HtmlForm, probe: Probe, proven: bool) -> None:
        if form.method == "get":
            path = form.action.split("?", maxsplit=1)[0]
            answer = client.get(path, QUERY_STRING=probe.body.decode("ascii"))
        else:
            answer = client.generic("POST", form.action, probe.body, content_type=probe.kind, **OWN_PAGE)
        self.found.probes += 1
        self.found.statuses[answer.status_code] += 1
        if not proven and answer.status_code != 403:
            self.found.note(f"unproven form taken: {where} {answer.status_code}")
        self._judge(where, answer, probe)
        goes_on = (
            answer.status_code == 302 and MARKER.encode() in unescape(probe.body.decode("latin-1")).encode()
        )
        if "markup" in probe.name or goes_on:
            place = answer.headers.get("Location", "")
            if place.startswith("/"):
                self._judge(f"{where}, then {place}", client.get(place), None)

    def _judge(self, where: str, answer: HttpResponse, probe: Probe | None) -> None:
        if answer.status_code >= 500:
            self.found.note(f"500: {where}: {answer.status_code}")
            return
        kind = answer.headers.get("Content-Type", "")
        text = texts_of(answer)
        if MARKER in text and ("html" in kind or "xml" in kind or MARKER in str(answer.headers)):
            self.found.note(f"raw echo: {where}")
        if probe is None or answer.status_code not in {400, 409, 413, 422} or "html" not in kind:
            return
        if not any(sign in text for sign in FAULT):
            self.found.note(f"silent refusal: {where}: {answer.status_code}")
        lost = [one for one in probe.typed if one not in text]
        if answer.status_code == 422 and lost:
            self.found.note(f"lost: {where}: {len(lost)} of {len(probe.typed)} texts")


def sweep_forms(world: Marked, *, only: str = "") -> Findings:
    """Every form that anybody is shown, or those whose address contains ``only``."""
    addresses = [one for one in every_address() if reversible(one)]
    sweep = HostileSweep(world)
    for who, form in forms_of(world, [one for one in addresses if only in one.name]):
        if only in form.action:
            sweep.sweep(who, form)
    for who, form in sent_by_script(world):
        if only in form.action:
            sweep.sweep(who, form)
    return sweep.found


def sent_by_script(world: Marked) -> Iterator[tuple[str, HtmlForm]]:
    for name, (who, *answers) in SENT_BY_SCRIPT.items():
        address = next(one for one in every_address() if one.name == name)
        ids = {part: ids_for(world, part)["SATU"][0] for part in address.ids}
        facts = dict.fromkeys(answers, "")
        yield who, HtmlForm(address.path(**ids), "post", facts, dict.fromkeys(facts, "hidden"))


@pytest.mark.slow
def test_hostile_answers_break_nothing(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    found = sweep_forms(make_marked_world())
    with capsys.disabled():
        print(f"\n{found.probes} hostile answers, {dict(found.statuses)}", end=" ")
    assert not found.wrong, "\n".join(found.wrong)
    assert found.probes >= LEAST_PROBES


def _crashes(request: HttpRequest) -> HttpResponse:
    return HttpResponse(int(request.POST.get("age") or 0))


def _echoes(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"<p>{request.POST.get('words', '')}</p>")


def _loses(_request: HttpRequest) -> HttpResponse:
    return HttpResponse('<input name="words" aria-invalid="true">', status=422)


def _says_nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse(escape(request.body.decode("latin-1")), status=422)


def _tells_in_the_address(request: HttpRequest) -> HttpResponse:
    answer = HttpResponse(status=302)
    answer.headers["Location"] = "/selamat-datang/?" + request.POST.get("words", "").split("\r")[0][:200]
    return answer


@pytest.mark.parametrize(
    ("view", "sign"),
    [
        (_crashes, "500"),
        (_echoes, "raw echo"),
        (_loses, "lost"),
        (_says_nothing, "silent refusal"),
        (_tells_in_the_address, "raw echo"),
        (csrf_exempt(_echoes), "unproven form taken"),
    ],
)
def test_careless_views_are_caught(
    db: None, monkeypatch: pytest.MonkeyPatch, view: Callable[..., HttpResponse], sign: str
) -> None:
    monkeypatch.setattr(HostileSweep, "_some", lambda _self, things, _number: list(things))
    monkeypatch.setattr(urls, "urlpatterns", [path("ceroboh/", view), *urls.urlpatterns])
    clear_url_caches()
    sweep = HostileSweep(Marked({"anonymous": None}, {}, {}, {"LIMA": Person()}, {"TIGA": Case()}))
    facts = dict.fromkeys(("words", "age", "more"), "")
    form = HtmlForm("/ceroboh/", "post", facts, dict.fromkeys(facts, "text"))
    try:
        sweep.sweep("anonymous", form)
    finally:
        monkeypatch.undo()
        clear_url_caches()
    assert any(one.startswith(sign) for one in sweep.found.wrong), sweep.found.wrong
