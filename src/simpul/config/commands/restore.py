"""Bring a backup back into an empty place, or rehearse it.

The place is where the settings point: an empty SIMPUL_DATA_DIR, or empty databases in DATABASE_URL and
SIMPUL_KEYSTORE_URL. Whatever goes wrong, the place stays as it was. Without FILE the newest is taken.
Who was erased since the backup was made stays erased.
"""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the backup (default: the newest)")
    parser.add_argument("--keys", type=Path, metavar="FILE", help="mirror of the keys (default: beside it)")
    parser.add_argument("--rehearse", action="store_true", help="try it in a place that is thrown away")


def run(options: argparse.Namespace) -> int:
    from simpul.config.preparing import start_django
    from simpul.config.speaking import show, tell

    start_django()
    from simpul.config.backup import drill

    backup = drill.choose(options.file)
    act = drill.rehearse if options.rehearse else drill.restore
    done = act(backup, keys=options.keys)
    show(f"{backup.name}: {done.tables} tables, {done.rows} rows, {done.media} files, {done.seconds:.1f} s")
    if done.erased:
        show(f"erased again since this backup was made: {done.erased}")
    if not options.rehearse:
        tell(
            "Pulih. Catatan sesudah cadangan ini tidak ada lagi: simpan berkas jangkar lama sebagai bukti, "
            "mulai yang baru, lalu jalankan ./simpul doctor.",
            "Restored. What came after this backup is gone: keep the old anchor file as evidence, "
            "begin a new one, then run ./simpul doctor.",
        )
    return 0
