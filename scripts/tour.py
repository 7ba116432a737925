"""Walks through a worker's day in the running demo and photographs it for docs/tour.

    ./simpul demo --port 8000
    python scripts/tour.py --base http://127.0.0.1:8000

Every picture is made by real clicks as one of the demo's people; small PNGs, Indonesian.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

PASSWORD = "semua-rekaan-2026"  # noqa: S105  the demo's known password
INTO = Path(__file__).resolve().parents[1] / "docs" / "tour"
DESK, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 780}


class Tour:
    """One browser, one folder of pictures."""

    def __init__(self, browser: Browser, base: str, into: Path) -> None:
        self.browser, self.base, self.into = browser, base.rstrip("/"), into
        self.faults: list[str] = []

    def enter(self, login: str, *, phone: bool = False) -> Page:
        """A fresh window, logged in; a client enters by her own door."""
        context = self.browser.new_context(
            viewport=PHONE if phone else DESK, locale="id", service_workers="block"
        )
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        client = login.startswith("DEMOK")
        page.goto(f"{self.base}/portal/masuk/" if client else f"{self.base}/akun/masuk/")
        page.fill("input[name=name]" if client else "input[name=login]", login)
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        page.wait_for_load_state("networkidle")
        page.goto(page.url)  # without the greeting of the log-in
        return page

    def shoot(self, page: Page, name: str) -> None:
        """One small picture of what is on the screen."""
        target = self.into / f"{name}.png"
        page.wait_for_load_state("networkidle")
        if page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0:
            self.faults.append(f"{name}: wider than the screen")
        page.screenshot(path=str(target))
        small = Image.open(target).convert("P", palette=Image.Palette.ADAPTIVE, colors=128)
        small.save(target, optimize=True)

    def go(self, page: Page, path: str) -> None:
        answer = page.goto(self.base + path)
        if answer is None or answer.status >= 400:
            self.faults.append(f"{path}: {answer and answer.status}")

    def step(self, name: str, walk: Callable[[], None]) -> None:
        """A walk that fails leaves no picture behind and is told at the end."""
        try:
            walk()
        except Exception as error:
            self.faults.append(f"{name}: {str(error).splitlines()[0]}")


def worker_day(tour: Tour) -> None:
    page = tour.enter("peksos@simpul.example")
    tour.shoot(page, "01-beranda")
    tour.go(page, "/kasus/?stage=intervention")
    tour.shoot(page, "02-kasus-saya")
    path = page.locator("main table a[href^='/kasus/']").first.get_attribute("href") or ""
    tour.go(page, path)
    tour.shoot(page, "03-berkas-kasus")
    parts = {"04-rencana": "rencana/", "05-catat-kontak": "kontak/", "06-pilihan": "pilihan/"}
    for name, part in parts.items():
        tour.go(page, path + part)
        tour.shoot(page, name)
    tour.go(page, "/kasus/baru/")
    tour.shoot(page, "07-skrining-keselamatan")
    page.context.close()
    page = tour.enter("peksos@simpul.example", phone=True)
    tour.shoot(page, "08-beranda-ponsel")
    tour.go(page, path)
    tour.shoot(page, "09-kasus-ponsel")
    page.context.close()


def supervisor_day(tour: Tour) -> None:
    page = tour.enter("supervisor@simpul.example")
    tour.go(page, "/papan/")
    tour.shoot(page, "10-papan-supervisor")
    tour.go(page, "/akses-darurat/")
    tour.shoot(page, "11-akses-darurat")
    page.context.close()
    page = tour.enter("kepala@simpul.example")
    tour.go(page, "/pengaduan/")
    tour.shoot(page, "12-pengaduan")
    page.context.close()


def client_day(tour: Tour) -> None:
    page = tour.enter("DEMOK-LIEN1", phone=True)
    tour.shoot(page, "13-portal")
    tour.go(page, "/portal/dibuka/")
    tour.shoot(page, "14-siapa-membuka")
    tour.go(page, "/portal/pilihan/")
    tour.shoot(page, "15-persetujuan")
    page.context.close()


def main() -> int:
    """All pictures; faults are told and end with status 1."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--base", required=True)
    parser.add_argument("--into", type=Path, default=INTO)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        tour = Tour(browser, options.base, options.into)
        for name, walk in (("worker", worker_day), ("supervisor", supervisor_day), ("client", client_day)):
            tour.step(name, lambda walk=walk: walk(tour))
        browser.close()
    for fault in tour.faults:
        sys.stderr.write(f"{fault}\n")
    return 1 if tour.faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
