"""Try everything on this computer with synthetic people: prepares, seeds, serves, prints the logins.

The data lie in the folder var of this checkout (or --data). Ctrl-C ends it; the next start goes on
with the same data. Everybody in the demo is invented.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simpul.config.running import Household

SIZES = ("small", "regency")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--size", choices=SIZES, default="small", help="how many people (default: small)")
    parser.add_argument("--port", default="", help="port (default: SIMPUL_PORT or 8000; 0: any free one)")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--data", type=Path, help="folder of the demo's data (default: var)")
    parser.add_argument("--regions", type=Path, metavar="FILE", help="national table of regions to load")
    parser.add_argument("--regency", default="", metavar="CODE", help="real regency to seed, as 35.23")
    parser.add_argument("--no-seed", action="store_true", help="start without people")
    parser.add_argument("--no-serve", action="store_true", help="prepare and seed only")


def check_options(options: argparse.Namespace) -> None:
    """Refuse what cannot work before anything long begins."""
    from simpul.config.environment import read
    from simpul.config.speaking import CannotGoOn

    if read("SIMPUL_MODE") == "production":
        raise CannotGoOn(
            "demo membuat orang rekaan dan sandi umum; tidak dijalankan pada SIMPUL_MODE=production.",
            "demo makes invented people with known passwords; it does not run with SIMPUL_MODE=production.",
        )
    if options.regency and not options.regions:
        raise CannotGoOn(
            "--regency memerlukan --regions FILE (tabel wilayah nasional).",
            "--regency needs --regions FILE (the national table of regions).",
        )
    if options.regions and not options.regions.is_file():
        raise CannotGoOn(f"Berkas {options.regions} tidak ada.", f"There is no file {options.regions}.")


def _has_demo() -> bool:
    return importlib.util.find_spec("simpul.config.demo") is not None


def seed(options: argparse.Namespace) -> list[tuple[str, str, str]]:
    """Seed once; the logins as (role, address, password)."""
    from simpul.config.preparing import told
    from simpul.config.speaking import tell

    demo = importlib.import_module("simpul.config.demo") if _has_demo() else None
    if demo is None or not hasattr(demo, "seed"):
        tell("Data demo belum tersedia.", "Demo people are not part of this version yet.")
        return []
    with told("mengisi data demo", "seeding the demo"):
        demo.seed(
            size=options.size, regions=options.regions, regency=options.regency, whole=options.no_serve
        )  # fmt: skip
    return [(login.role, login.email, login.password) for login in demo.logins()]


def greet(address: str, logins: list[tuple[str, str, str]]) -> None:
    """The address and one login per role."""
    from simpul.config.speaking import show

    show()
    show(f"  Simpul: {address}")
    if logins:
        wide = max(len(role) for role, _email, _password in logins)
        show()
        for role, email, password in logins:
            show(f"  {role:{wide}}  {email}  {password}")
    show()
    show("  Semua orang di sini rekaan. Ctrl-C mengakhiri. / Everybody here is invented. Ctrl-C ends.")


def more_people(options: argparse.Namespace) -> list[str]:
    """The process that writes the lives still missing, beside the site once that answers."""
    words = [sys.executable, "-P", "-m", "simpul.config.demo.more", options.size]
    return [*words, str(options.regions), options.regency] if options.regions else words


def run(options: argparse.Namespace) -> int:
    from simpul.config import preparing
    from simpul.config.environment import read
    from simpul.config.ports import choose_port

    check_options(options)
    if options.data:
        os.environ["SIMPUL_DATA_DIR"] = str(options.data.resolve())
    insist = bool(options.port or os.environ.get("SIMPUL_PORT"))
    port = choose_port(options.port or read("SIMPUL_PORT"), options.host, insist=insist)
    host = f"[{options.host}]" if ":" in options.host else options.host
    address = f"http://{'127.0.0.1' if options.host == '0.0.0.0' else host}:{port}/"  # noqa: S104
    os.environ.setdefault("SIMPUL_ORIGIN", address.rstrip("/"))
    with preparing.alone_with_data():
        return prepare_and_serve(options, f"{host}:{port}", address)


def prepare_and_serve(options: argparse.Namespace, bind: str, address: str) -> int:
    """Everything after the options are known to be good."""
    from simpul.config import preparing, webserver
    from simpul.config.running import run_together, web_command, worker_command

    preparing.prepare_all()
    logins = [] if options.no_seed else seed(options)
    if options.no_serve:
        greet(address, logins)
        return 0
    os.environ["SIMPUL_BIND"] = bind
    os.environ["SIMPUL_WORK_INSIDE"] = "1" if webserver.on_sqlite else "0"
    commands = {"web": web_command()}
    if not webserver.on_sqlite:
        commands["worker"] = worker_command()

    def ready(household: Household) -> None:
        greet(address, logins)
        if not options.no_seed:
            household.add("more", more_people(options), os.environ, guest=True)

    return run_together(commands, address=address, ready=ready)
