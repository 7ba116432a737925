"""What Simpul is, and which door is whose."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def welcome(request: HttpRequest) -> HttpResponse:
    """Nothing here is about anybody."""
    return render(request, "public/welcome/welcome.html")
