"""One page with every component in its states, for people who build and for people who check."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from simpul.kernel.text import Text
from simpul.web.ui.context import Shell
from simpul.web.ui.gallery.samples import states
from simpul.web.ui.navigation import Group, Link

FRAMES = {
    "meja": "ui/gallery.html",
    "publik": "ui/gallery_public.html",
    "kecil": "ui/gallery_narrow.html",
    "keliru": "ui/gallery_faults.html",
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
    """``?bingkai=publik`` and ``?bingkai=kecil`` show the calm frames."""
    template = FRAMES.get(request.GET.get("bingkai", "meja"), FRAMES["meja"])
    return render(request, template, {"shell": SampleShell(request), **states()})
