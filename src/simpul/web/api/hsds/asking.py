"""What a list is asked for, read strictly: a parameter that is not understood must not widen the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpRequest

from simpul.directory.queries.hsds import Wanted
from simpul.web.api.door import UnclearAsk

USUAL, MOST = 50, 1000
EVERYTHING = 1_000_000
LONGEST = 200
TRUE, FALSE = {"true", "1", "yes", ""}, {"false", "0", "no"}


@dataclass(frozen=True)
class Asked:
    """The conditions, the page and its size; ``lines`` when everything is to come a record a line."""

    wanted: Wanted
    page: int
    size: int
    lines: bool


def asked_of(request: HttpRequest) -> Asked:
    """Read the query of a list."""
    minimal = flag(request, "minimal")
    wanted = Wanted(
        search=_words(request, "search"),
        taxonomy_term_id=_words(request, "taxonomy_term_id"),
        taxonomy_id=_words(request, "taxonomy_id"),
        organization_id=_words(request, "organization_id"),
        parent_id=_words(request, "parent_id"),
        modified_after=_moment(request, "modified_after"),
        full=flag(request, "full"),
        minimal=minimal,
        top_only=flag(request, "top_only"),
        full_service=flag(request, "full_service"),
    )
    form = request.GET.get("format", "json")
    if form not in ("json", "ndjson"):
        raise UnclearAsk("format", "Write json or ndjson.")
    size = _number(request, "per_page", EVERYTHING if minimal else USUAL, EVERYTHING if minimal else MOST)
    return Asked(wanted, _number(request, "page", 1, EVERYTHING), size, form == "ndjson")


def flag(request: HttpRequest, name: str) -> bool:
    """A switch; absent is off."""
    value = request.GET.get(name)
    if value is None:
        return False
    if value.lower() in TRUE | FALSE:
        return value.lower() in TRUE
    raise UnclearAsk(name, "Write true or false.")


def _words(request: HttpRequest, name: str) -> str:
    value = request.GET.get(name, "").strip()
    if len(value) > LONGEST:
        raise UnclearAsk(name, f"Write at most {LONGEST} characters.")
    return value


def _number(request: HttpRequest, name: str, usual: int, most: int) -> int:
    value = request.GET.get(name)
    if value is None:
        return usual
    if value.isascii() and value.isdigit() and len(value) < 9 and 1 <= int(value) <= most:
        return int(value)
    raise UnclearAsk(name, f"Write a whole number from 1 to {most}.")


def _moment(request: HttpRequest, name: str) -> datetime | None:
    """A day or a moment; without a zone it is UTC. A plus sign that came as a space is read as a plus."""
    value = request.GET.get(name, "").strip()
    if not value:
        return None
    try:
        found = datetime.fromisoformat(value.replace(" ", "+") if "T" in value else value)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise UnclearAsk(name, "Write a moment as 2026-11-28T08:00:00Z.") from None
