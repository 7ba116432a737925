"""Collect every translatable sentence into the catalogues and compile them; no GNU gettext is needed."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="fail when a catalogue is stale or incomplete")
    parser.add_argument("--compile", action="store_true", help="only write the binary catalogues")


def run(options: argparse.Namespace) -> int:
    from simpul.config import messages

    return messages.run(check_only=options.check, compile_only=options.compile)
