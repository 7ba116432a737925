"""Lists and records of the open directory."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from functools import lru_cache
from math import ceil

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from simpul.directory.queries.hsds import HsdsPage, Wanted, hsds_list, hsds_record
from simpul.directory.rules.hsds.tables import VERSION
from simpul.kernel.actor import public_actor
from simpul.kernel.errors import Hidden
from simpul.web.api.door import for_machines, told
from simpul.web.api.hsds.asking import Asked, asked_of, flag
from simpul.web.api.hsds.contract import contract_of
from simpul.web.api.hsds.package import packed

CHUNK = 500


@for_machines
def about(request: HttpRequest) -> HttpResponse:
    """Which version is spoken here, and where the contract lies."""
    here = f"{settings.SITE_ORIGIN.rstrip('/')}/api/hsds/"
    return told(
        {
            "version": VERSION,
            "profile": "https://docs.openreferral.org/",
            "openapi_url": f"{here}openapi.json",
        }
    )


@for_machines
def contract(request: HttpRequest) -> HttpResponse:
    """The contract as OpenAPI 3.1."""
    return told(_contract(f"{settings.SITE_ORIGIN.rstrip('/')}/api/hsds"))


@lru_cache(maxsize=2)
def _contract(address: str) -> dict[str, object]:
    return contract_of(address)


@for_machines
def package(request: HttpRequest) -> HttpResponseBase:
    """The whole directory as tables in one archive."""
    answer = StreamingHttpResponse(packed(), content_type="application/zip")
    answer.headers["Content-Disposition"] = 'attachment; filename="hsds.zip"'
    return answer


@for_machines
def listing(request: HttpRequest, of: str) -> HttpResponseBase:
    """One page of a list, or with ``format=ndjson`` all of it, a record a line."""
    asked = asked_of(request)
    if asked.lines:
        return StreamingHttpResponse(_lines(of, asked.wanted), content_type="application/x-ndjson")
    page = hsds_list(
        public_actor(), of=of, wanted=asked.wanted, start=(asked.page - 1) * asked.size, count=asked.size
    )
    return HttpResponse(_page(page, asked), content_type="application/json")


def _page(page: HsdsPage, asked: Asked) -> str:
    """The page around texts that are JSON already."""
    pages = ceil(page.total / asked.size)
    last = "true" if asked.page >= pages else "false"
    return (
        f'{{"total_items":{page.total},"total_pages":{pages},"page_number":{asked.page},'
        f'"size":{len(page.texts)},"first_page":{"true" if asked.page == 1 else "false"},"last_page":{last},'
        f'"empty":{"false" if page.texts else "true"},"contents":[{",".join(page.texts)}]}}'
    )


def _lines(of: str, wanted: Wanted) -> Iterator[str]:
    start = 0
    while texts := hsds_list(public_actor(), of=of, wanted=wanted, start=start, count=CHUNK).texts:
        yield "".join(f"{text}\n" for text in texts)
        start += CHUNK


@for_machines
def record(request: HttpRequest, of: str, record: str) -> HttpResponse:
    """One record with everything nested in it."""
    try:
        record_id = uuid.UUID(record)
    except ValueError:
        raise Hidden from None
    whole = flag(request, "full_service")
    text = hsds_record(public_actor(), of=of, record_id=record_id, full_service=whole)
    return HttpResponse(text, content_type="application/json")
