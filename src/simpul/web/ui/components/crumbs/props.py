"""The way back up: ``{% ui "crumbs" _("Cases") cases_url case.reference %}``; the last word is this page."""

from __future__ import annotations


class Crumbs:
    """Takes label, address, label, address, ..., and the label of the page itself."""

    def __init__(self, *parts: str) -> None:
        ways = list(parts)
        self.here = str(ways.pop()) if len(ways) % 2 else ""
        self.links = tuple(zip(map(str, ways[0::2]), map(str, ways[1::2]), strict=True))
