"""The icons that pages may use. Each is a symbol of one sprite, taken from the Lucide set (ISC)."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from zipfile import ZipFile

ICONS = tuple(
    name
    for line in """
    accessibility arrow-down arrow-left arrow-right arrow-up-right baby badge-check ban bell book-open
    briefcase building-2 calendar calendar-check calendar-clock calendar-days calendar-plus chart-line
    chart-no-axes-column check chevron-down chevron-left chevron-right chevron-up circle circle-alert
    circle-check circle-dot circle-question-mark circle-user clipboard-check clipboard-list clock
    cloud-off copy credit-card door-open download ellipsis eye eye-off file file-check file-clock
    file-down file-pen file-plus file-search file-text file-up files flag folder folder-open folder-plus
    footprints funnel git-branch git-compare git-merge globe hand hand-heart hand-helping handshake
    heart heart-handshake heart-pulse hospital hourglass house house-heart house-plus id-card inbox info
    key key-round languages layout-dashboard life-buoy lightbulb link list list-checks loader lock
    lock-open log-in log-out mail map map-pin megaphone menu message-circle message-square-heart
    message-square-quote message-square-text messages-square minus monitor-smartphone moon network
    newspaper notebook-pen octagon-alert package-open panel-right pause pen-line pencil phone phone-call
    pin play plus printer qr-code quote receipt refresh-cw rotate-ccw save scale school search send
    settings share-2 shield shield-alert shield-check shield-off signature siren sliders-horizontal
    smartphone sparkles speech split sprout square-pen star stethoscope sun target thumbs-up timer
    trash-2 trending-down trending-up triangle-alert undo-2 unlink upload user user-check user-plus
    user-round user-search user-x users users-round utensils wallet wifi-off wrench x zoom-in
    """.splitlines()
    for name in line.split()
)


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Every icon that ``{% icon %}`` accepts."""
    return frozenset(ICONS)


def sprite() -> str:
    """One SVG whose symbols carry the icons' names; pages point into it with ``<use>``."""
    symbols = []
    with files("lucide").joinpath("lucide.zip").open("rb") as packed, ZipFile(packed) as archive:
        for name in sorted(names()):
            drawing = archive.read(f"{name}.svg").decode()
            inner = re.sub(r"\s+", " ", drawing.split(">", 1)[1].rsplit("</svg>", 1)[0]).strip()
            symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{inner}</symbol>')
    return '<svg xmlns="http://www.w3.org/2000/svg">' + "".join(symbols) + "</svg>\n"
