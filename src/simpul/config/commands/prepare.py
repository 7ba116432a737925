"""Bring databases, catalogues, reference data and static files up to date. Run it after each upgrade."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(options: argparse.Namespace) -> int:
    from simpul.config.preparing import prepare_all

    prepare_all()
    return 0
