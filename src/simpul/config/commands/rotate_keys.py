"""Wrap every person's key with the newest master key. Texts stay as they are; it takes seconds.

First put the new key at the front of SIMPUL_MASTER_KEYS and keep the old one behind it; after this has
run and a backup is made, the old one can go.
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(options: argparse.Namespace) -> int:
    from simpul.config.preparing import start_django
    from simpul.config.speaking import show

    start_django()
    from simpul.config.backup.secret import backup_key_known
    from simpul.config.backup.writing import mirror_keys
    from simpul.safeguards import keys

    show(f"{keys.rewrap_all()} keys wrapped anew")
    if backup_key_known():
        show(f"mirror replaced: {mirror_keys()}")
    return 0
