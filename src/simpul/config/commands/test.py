"""Run the tests. Anything not listed here goes to pytest, for example: ./simpul test tests/registry -k merge

Without DATABASE_URL the tests use SQLite; with DATABASE_URL=postgresql://... they use a test database there.
Browser tests run when a Chromium or Chrome is found; --browser demands one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys

from simpul.config.environment import ROOT
from simpul.config.speaking import tell

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--browser", action="store_true", help="demand the tests in a real browser")
    parser.add_argument("-n", dest="workers", default="", help="processes side by side (default: up to 4)")


def run(options: argparse.Namespace) -> int:
    if options.browser and not any(shutil.which(name) for name in BROWSERS):
        tell(
            "Chromium atau Chrome tidak ditemukan; pasang dahulu.",
            "No Chromium or Chrome found; install one.",
        )
        return 2
    workers = options.workers or str(min(4, os.cpu_count() or 1))
    # One test at a time: behind a long one nothing waits that another process could do.
    command = [sys.executable, "-m", "pytest", "-n", workers, "--maxschedchunk", "1", *options.pytest]
    environment = dict(os.environ)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.call(command, cwd=ROOT, env=environment)  # noqa: S603
