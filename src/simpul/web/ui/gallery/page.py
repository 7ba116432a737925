"""One page with every component in its states, for people who build and for people who check."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from simpul.kernel.text import Text
from simpul.web.ui.context import Shell
from simpul.web.ui.gallery.forms import UnlockForm
from simpul.web.ui.gallery.samples import states
from simpul.web.ui.navigation import Group, Link

FRAMES = {
    "meja": "ui/gallery.html",
    "publik": "ui/gallery_public.html",
    "kecil": "ui/gallery_narrow.html",
    "keliru": "ui/gallery_faults.html",
    "tulis": "ui/gallery_writing.html",
}


def _links(*facts: tuple[str, str], thumbs: int = 0) -> tuple[Link, ...]:
    return tuple(
        Link(Text(label), "#", icon, current=n == 1, thumb=n < thumbs)
        for n, (label, icon) in enumerate(facts)
    )


class SampleShell(Shell):
    """The frame as a social worker sees it, without anybody being logged in."""

    name = "Sri Wahyuni"
    office = "UPTD Karangjati"
    search_url = logout_url = me_url = "#"
    draft_url = "/galeri/draf/"
    desk = (
        Group(
            None,
            _links(
                ("Beranda", "layout-dashboard"),
                ("Kasus", "folder-open"),
                ("Rujukan", "send"),
                ("Bantuan", "package-open"),
                thumbs=4,
            ),
        ),
        Group(Text("Komunitas"), _links(("Kelompok", "users"))),
        Group(Text("Pengawasan"), _links(("Laporan dan penyelidikan", "siren"))),
    )


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """``?bingkai=publik``, ``kecil``, ``keliru`` and ``tulis`` show the other frames and states."""
    template = FRAMES.get(request.GET.get("bingkai", "meja"), FRAMES["meja"])
    return render(request, template, {"shell": SampleShell(request), **states()})


@require_POST
def choices(request: HttpRequest) -> HttpResponse:
    """Answers like a type-ahead of the house, from three invented villages."""
    asked = request.POST.get("q", "").casefold()
    villages = (
        ("1", "Karangjati", "Kec. Wanasari"),
        ("2", "Karanganyar", "Kec. Sukamaju"),
        ("3", "Sukamaju", ""),
    )
    found = [{"value": v, "label": label, "note": n} for v, label, n in villages if asked in label.casefold()]
    return JsonResponse({"results": found})


@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """Takes a draft and forgets it: the gallery keeps nothing."""
    return HttpResponse(status=204)


def lock(request: HttpRequest) -> HttpResponse:
    """The locked screen as it looks; there is nothing behind it."""
    return render(request, "ui/lock.html", {"form": UnlockForm()})
