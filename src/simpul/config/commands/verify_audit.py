"""Prove that nobody has changed the audit trail: walk its chain and hold it against the anchors outside.

Exit code 1 names the first bad row. --anchor writes the head of the chain to SIMPUL_ANCHOR_FILE afterwards.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--anchor", action="store_true", help="when sound, write the head to the anchor file")
    parser.add_argument("--anchors", type=Path, metavar="FILE", help="hold against this file instead")
    parser.add_argument("--no-anchors", action="store_true", help="only the chain itself (restored copies)")


def run(options: argparse.Namespace) -> int:
    from simpul.config.preparing import start_django
    from simpul.config.speaking import show, tell

    start_django()
    from simpul.safeguards import audit

    with tempfile.TemporaryDirectory() as empty:
        place = Path(empty) / "none" if options.no_anchors else options.anchors
        verdict = audit.verify(place)
    if not verdict.sound:
        show(f"row {verdict.first_bad}: {verdict.reason}")
        tell(
            f"Jejak audit TIDAK utuh mulai baris {verdict.first_bad}.",
            f"The audit trail is NOT sound from row {verdict.first_bad} on.",
        )
        return 1
    show(f"sound: {verdict.lines} rows")
    if options.anchor:
        head = audit.anchor()
        show(f"anchored: row {head.seq}")
    return 0
