"""Serve the site. With SIMPUL_MODE=production doctor looks first, and one finding is enough to refuse.

Put a web server with a certificate (https) in front. On PostgreSQL run ./simpul worker beside it,
or give --with-worker; on SQLite background work is done inside.
"""

from __future__ import annotations

import argparse
import os

from simpul.config.options import from_one


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", default="", help="port (default: SIMPUL_PORT or 8000; 0: any free one)")
    parser.add_argument(
        "--processes", type=from_one, default=2, help="web processes on PostgreSQL (default: 2)"
    )
    parser.add_argument("--threads", type=from_one, default=8, help="threads in each process (default: 8)")
    parser.add_argument("--with-worker", action="store_true", help="run background work beside it")


def warn_about_sqlite() -> None:
    """SQLite before 3.51.3 can damage its file when several connections write (WAL reset)."""
    import sqlite3

    from simpul.config.speaking import tell

    if sqlite3.sqlite_version_info < (3, 51, 3):
        have = sqlite3.sqlite_version
        tell(
            f"PERHATIAN: SQLite {have} memiliki cacat yang dapat merusak berkas data (diperbaiki di 3.51.3). "
            "Pakai PostgreSQL untuk pekerjaan sungguhan.",
            f"WARNING: SQLite {have} has a defect that can damage the data file (repaired in 3.51.3). "
            "Use PostgreSQL for real work.",
        )


def run(options: argparse.Namespace) -> int:
    from simpul.config import preparing, webserver
    from simpul.config.environment import read
    from simpul.config.ports import choose_port
    from simpul.config.running import run_together, web_command, worker_command
    from simpul.config.speaking import show, tell

    insist = bool(options.port or os.environ.get("SIMPUL_PORT"))
    port = choose_port(options.port or read("SIMPUL_PORT"), options.host, insist=insist)
    preparing.compile_messages()
    preparing.start_django()
    production = read("SIMPUL_MODE") == "production"
    if production:
        from simpul.config.doctor import examine, report

        findings = examine()
        report(findings)
        if any(finding.blocks for finding in findings):
            tell("Tidak dijalankan: lihat temuan di atas.", "Not started: see the findings above.")
            return 1
    else:
        preparing.insist_on_tables()
    if webserver.on_sqlite and production:
        warn_about_sqlite()
    preparing.collect_static()
    host = f"[{options.host}]" if ":" in options.host else options.host
    os.environ["SIMPUL_BIND"] = f"{host}:{port}"
    os.environ["SIMPUL_WEB_PROCESSES"] = str(options.processes)
    os.environ["SIMPUL_WEB_THREADS"] = str(options.threads)
    os.environ["SIMPUL_WORK_INSIDE"] = "1" if webserver.on_sqlite else "0"
    commands = {"web": web_command()}
    if options.with_worker and not webserver.on_sqlite:
        commands["worker"] = worker_command()
    near = "127.0.0.1" if options.host in {"0.0.0.0", "::"} else host  # noqa: S104
    address = f"http://{near}:{port}/"
    with preparing.alone_with_data():
        return run_together(commands, address=address, ready=lambda _household: show(address))
