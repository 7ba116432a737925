"""The open directory at size: every list and record of HSDS beside a page that says one line, same process.

A directory of 10,000 services is taken in by the house's own commands into a throw-away folder. Then Django
answers without a network in between, so that what is measured is ours alone: the first reading of each page
("cold": records are put together), the next ("warm"), and the answer that nothing is new.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Sequence
from typing import Any

from simpul.config.options import Options, from_one
from simpul.config.speaking import show

A_PIECE = 50  # services of one agency
TURNS = 200
TRIVIAL = "/manifest.webmanifest"  # public, one short answer


def parser() -> argparse.ArgumentParser:
    found = Options(prog="simpul bench directory", description=__doc__)
    found.add_argument("--services", type=from_one, default=10_000)
    found.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return found


def main(arguments: Sequence[str]) -> int:
    options = parser().parse_args(list(arguments))
    if options.inside:  # in a process of its own, for its settings are read once
        return _measure(options.services)
    with tempfile.TemporaryDirectory(prefix="simpul-bench-") as folder:
        environment = os.environ | {
            "SIMPUL_DATA_DIR": folder,
            "DJANGO_SETTINGS_MODULE": "simpul.config.bench._settings",
        }
        for name in ("DATABASE_URL", "SIMPUL_KEYSTORE_URL"):
            environment.pop(name, None)
        inside = ["bench", "directory", "--inside", "--services", str(options.services)]
        return subprocess.run(  # noqa: S603
            [sys.executable, "-m", "simpul.config.cli", *inside], env=environment, check=False
        ).returncode


def _measure(count: int) -> int:
    from simpul.config import preparing

    preparing.prepare_all()
    started = time.perf_counter()
    _take_in(count)
    show(f"{count:,} services taken in: {time.perf_counter() - started:.0f} s")
    from django.test import Client

    from simpul.web.api import pace

    pace.MOST = 10**9
    client = Client(headers={"host": "localhost"})
    floor = _times(lambda _n: client.get(TRIVIAL))
    show(f"{'':34}{'p50 ms':>9}{'p95 ms':>9}{'x trivial':>11}")
    _tell("trivial view", floor, floor)
    started = time.perf_counter()
    client.get("/api/hsds/services?per_page=1")
    show(f"{'index of a new edition':34}{(time.perf_counter() - started) * 1000:9.1f}")
    pages = max(1, count // 50)
    for name, address in (
        ("services", "/api/hsds/services?page={page}"),
        ("services, full", "/api/hsds/services?full=true&page={page}"),
        ("organizations", "/api/hsds/organizations?page={few}"),
        ("service_at_locations", "/api/hsds/service_at_locations?page={page}"),
    ):
        for state in ("cold", "warm"):
            chance = random.Random(1)  # noqa: S311
            places = [chance.randrange(1, pages + 1) for _turn in range(TURNS)]
            facts = [{"page": one, "few": one % max(1, pages // 50) + 1} for one in places]
            asked = [address.format(**one) for one in facts]
            _tell(f"{name} ({state})", _times(lambda n, asked=asked: client.get(asked[n])), floor)
    mark = client.get("/api/hsds/services").headers["ETag"]
    known = _times(lambda _n: client.get("/api/hsds/services", headers={"If-None-Match": mark}))
    _tell("services, nothing new", known, floor)
    return 0


def _times(ask: Callable[..., Any]) -> list[float]:
    took = []
    for turn in range(TURNS):
        started = time.perf_counter()
        answer = ask(turn)
        took.append((time.perf_counter() - started) * 1000)
        if answer.status_code not in (200, 304):
            raise RuntimeError(f"{answer.status_code}: {answer.content[:200]!r}")
    return took


def _tell(name: str, took: list[float], floor: list[float]) -> None:
    p95, least = (statistics.quantiles(one, n=20)[-1] for one in (took, floor))
    show(f"{name:34}{statistics.median(took):9.1f}{p95:9.1f}{p95 / least:11.1f}")


def _take_in(count: int) -> None:
    """Agencies with fifty services each, taken in as a foreign package is."""
    from simpul.directory.commands.keep_package_pieces import keep_package_pieces
    from simpul.directory.commands.stage_package import stage_package
    from simpul.directory.commands.take_package import take_package
    from simpul.directory.queries.read_foreign_package import ForeignPackage
    from simpul.jobs.worker import work_off
    from simpul.kernel.actor import Actor, ActorKind, Grant, Role, Scope

    keeper = Actor(uuid.uuid4(), ActorKind.STAFF, (Grant(Role.ADMIN, Scope.ALL),), office_id=uuid.uuid4())
    agencies = [_agency(number) for number in range(max(1, count // A_PIECE))]
    package = ForeignPackage(tuple(agencies), (), 0, count, "")
    package_id = stage_package(keeper, package=package, source="bench")
    keep_package_pieces(keeper, package_id, agencies=list(enumerate(agencies)), whole=True)
    take_package(keeper, package_id)
    while work_off():
        pass


def _agency(number: int) -> dict[str, Any]:
    place: dict[str, Any] = {
        "id": _id("place", number), "kind": "physical", "name": "Kantor", "address": f"Jalan {number}",
        "region_code": "35.69.01.2001", "latitude": -6.05, "longitude": 113.75, "access": ["wheelchair"],
    }  # fmt: skip
    return {
        "id": _id("agency", number), "name": f"Lembaga {number}", "description": "Melayani warga.",
        "kind": "societal", "psks": "", "region_code": "35.69", "phone": f"0300-{number}", "email": "",
        "website": "", "places": [place],
        "services": [_service(number, one, place["id"]) for one in range(A_PIECE)],
    }  # fmt: skip


def _service(agency: int, number: int, place: str) -> dict[str, Any]:
    facts = {
        "name": f"Layanan {agency}-{number}", "terms": ["primary-care"], "description": "Untuk warga. " * 10,
        "status": "active", "phone": "", "covers": ["35.69"], "comes_home": False, "cost": "free",
        "cost_words": "", "age_from": 0, "age_to": 18, "sexes": "", "eligibility": "Semua warga",
        "papers": ["ktp", "kk"], "rights": "Boleh bertanya.", "steps": ["Datang", "Isi", "Tunggu"],
        "languages": ["Indonesia"],
    }  # fmt: skip
    hours = [{"byday": ["MO", "TU"], "opens": "08:00", "closes": "14:00"}]
    at = {"id": _id("at", agency, number), "place_id": place, "openings": hours, "open_on_holidays": False}
    return {
        "id": _id("service", agency, number), "facts": facts, "capacity": None, "free_places": None,
        "at": [at],
    }  # fmt: skip


def _id(*parts: object) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, ("bench", *parts)))))
