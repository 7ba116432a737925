"""Anybody may check a paper; nobody learns whom it concerns."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from simpul.documents.choices import Standing
from simpul.documents.queries.verify_document import Verdict, verify_document
from simpul.web.public.verify.forms import CodeForm
from simpul.web.public.verify.pace import count_unknown, too_fast
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.formats import day
from simpul.web.ui.language import say

PAGE = "public/verify/check_document.html"


@require_http_methods(["GET", "HEAD", "POST"])
def check_document(request: ActorRequest) -> HttpResponse:
    """Ask for the code, and answer on the same page."""
    form = CodeForm(request.POST or None)
    if not form.is_valid():
        return render(request, PAGE, {"form": form}, status=422 if form.is_bound else 200)
    return _answer(request, form.cleaned_data["code"], form)


@require_safe
def check_code(request: ActorRequest, code: str) -> HttpResponse:
    """The address in the QR code."""
    return _answer(request, code, CodeForm())


def _answer(request: ActorRequest, code: str, form: CodeForm) -> HttpResponse:
    if too_fast(request):
        return render(request, PAGE, {"form": form, "slow": True}, status=429)
    verdict = verify_document(request.actor, code=code)
    if verdict.standing is Standing.UNKNOWN:
        count_unknown(request)
    context = {"form": form, "standing": verdict.standing.value, "facts": _facts(verdict)}
    return render(request, PAGE, context)


def _facts(verdict: Verdict) -> Facts | None:
    if verdict.kind is None or verdict.issued_on is None:
        return None
    items = [
        Fact(_("Issued by"), verdict.office),
        Fact(_("Issued on"), day(verdict.issued_on)),
        Fact(_("What it is"), say(verdict.kind)),
    ]
    if verdict.revoked_on:
        items.append(Fact(_("Revoked on"), day(verdict.revoked_on)))
    return Facts(tuple(items))
