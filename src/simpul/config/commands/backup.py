"""Write an encrypted backup of data and media, and replace the mirror of the persons' keys.

The phrase in SIMPUL_BACKUP_KEY (or SIMPUL_BACKUP_KEY_FILE) opens it; without the phrase nobody can.
Keep the mirror apart from the backups where you can: together they hold everything.
"""

from __future__ import annotations

import argparse

from simpul.config.options import from_one


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--keep", type=from_one, default=0, metavar="N", help="remove all but the newest N backups"
    )
    parser.add_argument("--keys-only", action="store_true", help="only replace the mirror of the keys")


def run(options: argparse.Namespace) -> int:
    from simpul.config.backup import writing
    from simpul.config.preparing import start_django
    from simpul.config.speaking import show

    start_django()
    if options.keys_only:
        show(str(writing.mirror_keys()))
        return 0
    made = writing.write_backup(keep=options.keep)
    show(f"{made.path}  {made.size / 1e6:.1f} MB, {made.tables} tables, {made.rows} rows, {made.media} files")
    return 0
