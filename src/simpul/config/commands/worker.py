"""Run background work: letters, mail, deadlines, recurring tasks. On PostgreSQL several may run.

On SQLite the web server does this work itself, because only one process may write there (ADR 0002).
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="do not greet")


def run(options: argparse.Namespace) -> int:
    from simpul.config import webserver
    from simpul.config.background import work_until_told
    from simpul.config.preparing import insist_on_whole_restore, start_django
    from simpul.config.speaking import CannotGoOn, tell

    if webserver.on_sqlite:
        raise CannotGoOn(
            "Dengan SQLite, ./simpul serve mengerjakannya sendiri. Pakai PostgreSQL untuk memisahkannya.",
            "On SQLite ./simpul serve does the background work itself. Use PostgreSQL to run it apart.",
        )
    start_django()
    insist_on_whole_restore()
    if not options.quiet:
        tell("Pekerjaan latar berjalan. Ctrl-C mengakhiri.", "Background work is running. Ctrl-C ends it.")
    work_until_told()
    return 0
