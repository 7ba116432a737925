"""Enter the first office of an empty installation and its two administrators; print their links.

    ./simpul found --name "Dinas Sosial Kabupaten Contoh" --code DINSOS-01 --region 35.23 \\
        --admin "Sri Wahyuni" sri@contoh.go.id --admin "Agus Salim" agus@contoh.go.id

The links work once, for three days. Hand each over in person; nobody may hold both.
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", required=True, help="name of the office")
    parser.add_argument("--code", required=True, help="code in letter numbers, as DINSOS-01")
    parser.add_argument("--region", required=True, help="region code, as 35.23")
    parser.add_argument(
        "--kind", default="dinsos", help="dinsos, dinsos_province, uptd_ppa, sentra, lks, ..."
    )
    parser.add_argument(
        "--admin", nargs=2, action="append", required=True, metavar=("NAME", "EMAIL"), help="twice"
    )


def run(options: argparse.Namespace) -> int:
    from simpul.config.preparing import start_django
    from simpul.config.speaking import CannotGoOn, show

    start_django()
    from django.utils.translation import override

    from simpul.kernel.actor import system_actor
    from simpul.kernel.errors import ActError, InvalidInput
    from simpul.web.ui.language import say
    from simpul.workforce.commands.found_house import found_house

    try:
        links = found_house(
            system_actor(),
            kind=options.kind,
            name=options.name,
            code=options.code,
            region_code=options.region,
            administrators=[(name, email) for name, email in options.admin],
        )
    except ActError as error:
        texts = [fault.text for fault in error.faults] if isinstance(error, InvalidInput) else [error.text]
        with override("id"):
            indonesian = " ".join(say(text) for text in texts)
        raise CannotGoOn(indonesian, " ".join(str(text) for text in texts)) from error
    for (name, _email), link in zip(options.admin, links, strict=True):
        show(f"{name}: {link}")
    return 0
