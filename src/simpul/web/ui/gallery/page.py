"""One page with every component in its states, for people who build and for people who check."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from simpul.web.ui.gallery.samples import states

FRAMES = {
    "meja": "ui/gallery.html",
    "publik": "ui/gallery_public.html",
    "kecil": "ui/gallery_narrow.html",
    "keliru": "ui/gallery_faults.html",
}


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """``?bingkai=publik`` and ``?bingkai=kecil`` show the calm frames."""
    template = FRAMES.get(request.GET.get("bingkai", "meja"), FRAMES["meja"])
    return render(request, template, states())
