"""Measure at size. Each measure is a module of simpul.config.bench; without a name they are listed."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import pkgutil


def measures() -> list[str]:
    """The measures that this version has."""
    if importlib.util.find_spec("simpul.config.bench") is None:
        return []
    package = importlib.import_module("simpul.config.bench")
    return sorted(
        module.name for module in pkgutil.iter_modules(package.__path__) if not module.name.startswith("_")
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("measure", nargs="?", default="", help="which one")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="options of the measure")


def run(options: argparse.Namespace) -> int:
    from simpul.config.speaking import show, tell

    known = measures()
    if options.measure in known:
        module = importlib.import_module(f"simpul.config.bench.{options.measure}")
        return int(module.main(options.rest))
    if not known:
        tell("Versi ini belum memiliki ukuran.", "This version has no measures yet.")
        return 1
    show("\n".join(known))
    return 2 if options.measure else 0
