"""Photographs pages with the system's Chromium: phone and desk, light and dark.

    python scripts/screenshot.py --base http://127.0.0.1:8000 --into shots /galeri/

``--cookie name=value`` opens pages behind the log-in; ``--widths`` and ``--schemes`` choose.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HEIGHTS = {390: 844}


def main() -> int:
    """One PNG for each page, width and scheme; faults that the console reports end with status 1."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--base", required=True)
    parser.add_argument("--into", default="screenshots", type=Path)
    parser.add_argument("--widths", default="390,1280")
    parser.add_argument("--schemes", default="light,dark")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--language", default="id")
    parser.add_argument("--cookie", action="append", default=[])
    parser.add_argument("--fold", action="store_true", help="only what fits the first screen")
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for width in map(int, options.widths.split(",")):
            for scheme in options.schemes.split(","):
                context = browser.new_context(
                    viewport={"width": width, "height": HEIGHTS.get(width, 900)},
                    color_scheme=scheme,
                    locale=options.language,
                    device_scale_factor=2 if width < 600 else 1,
                    service_workers="block",
                )
                cookies = [part.split("=", 1) for part in options.cookie]
                context.add_cookies([{"name": n, "value": v, "url": options.base} for n, v in cookies])
                page = context.new_page()
                page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
                page.on("pageerror", lambda error: faults.append(str(error)))
                for path in options.paths:
                    page.goto(options.base + path, wait_until="load")
                    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                    if wide > 0:
                        faults.append(f"{path}: {wide} px wider than a screen of {width}")
                    name = re.sub(r"\W+", "-", path).strip("-") or "start"
                    target = options.into / f"{name}-{width}-{scheme}.png"
                    page.screenshot(path=str(target), full_page=not options.fold)
                    sys.stdout.write(f"{target}\n")
                context.close()
        browser.close()
    for fault in faults:
        sys.stdout.write(f"FAULT {fault}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
