"""Pages of the frame itself, and how a view runs an act."""

from __future__ import annotations

import hashlib
import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from simpul.web.ui import assets

SHELL_FILES = (
    assets.STYLE,
    assets.SCRIPT,
    assets.SPRITE,
    "ui/mark.svg",
    "ui/pattern.svg",
    "django_htmx/htmx-2.min.js",
)


def _icon(name: str, size: int, **more: str) -> dict[str, str]:
    return {"src": static(f"ui/icons/{name}.png"), "sizes": f"{size}x{size}", "type": "image/png", **more}


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to put Simpul on its home screen."""
    facts = {
        "id": "/",
        "name": "Simpul",
        "short_name": "Simpul",
        "description": _("Practice platform for social workers"),
        "lang": get_language(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f3f5f2",
        "theme_color": "#0a5a57",
        "icons": [
            _icon("simpul-192", 192),
            _icon("simpul-512", 512),
            _icon("simpul-maskable-512", 512, purpose="maskable"),
        ],
    }
    return JsonResponse(facts, content_type="application/manifest+json")


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker that keeps the frame's files and the offline page, and nothing about anybody."""
    files = [static(name) for name in SHELL_FILES]
    version = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:12]
    context = {
        "files": json.dumps([*files, reverse("offline")]),
        "version": version,
        "offline": reverse("offline"),
    }
    return render(request, "ui/sw.js", context, content_type="text/javascript")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Shown by the worker when there is no line."""
    return render(request, "ui/offline.html")
