"""Make one person forgotten for good (UU 27/2022 art. 8): database, log files, search keys, backups.

Names and numbers are blanked as by the desk's own act, the person's key is destroyed and the mirror of keys
replaced, so that older backups cannot be read either. A legal hold, or a case still going, refuses it.
There is no way back: without --yes nothing is done.
"""

from __future__ import annotations

import argparse
import getpass
import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simpul.kernel.actor import Actor


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "person", type=uuid.UUID, metavar="ID", help="the person's id, as the desk's address shows"
    )
    parser.add_argument(
        "--ground", required=True, help="why, for the log; no names (example: request of 2026-11-02)"
    )
    parser.add_argument("--yes", action="store_true", help="do it")


def run(options: argparse.Namespace) -> int:
    from simpul.config.preparing import start_django
    from simpul.config.speaking import CannotGoOn, show, tell

    start_django()
    from simpul.config.backup.secret import backup_key_known
    from simpul.config.backup.writing import mirror_keys
    from simpul.config.cleaning import clean_up
    from simpul.kernel.actor import system_actor
    from simpul.kernel.errors import ActError, InvalidInput

    if not options.yes:
        raise CannotGoOn(
            "Tidak ada jalan kembali. Ulangi dengan --yes bila sungguh dimaksud.",
            "There is no way back. Repeat with --yes if you mean it.",
        )
    if not backup_key_known():
        raise CannotGoOn(
            "SIMPUL_BACKUP_KEY tidak ada: cermin kunci tidak dapat diganti, cadangan lama tetap terbaca.",
            "SIMPUL_BACKUP_KEY is missing: the mirror of keys cannot be replaced, old backups stay readable.",
        )
    try:
        _erase(system_actor(), options.person, f"{options.ground} ({getpass.getuser()})")
    except InvalidInput as fault:
        tell(
            "Tidak ada yang dihapus.",
            f"Nothing was erased. {' '.join(str(one.text) for one in fault.faults)}",
        )
        return 1
    except ActError as error:
        tell("Tidak ada yang dihapus.", f"Nothing was erased. {error}")
        return 1
    show(f"erased: {options.person}")
    show(f"mirror replaced: {mirror_keys()}")
    if not clean_up():
        tell(
            "Sisa di berkas basis data masih dipakai pembaca lain: pekerja latar mencobanya lagi tiap menit.",
            "Remains in the database's files are still in use: the worker tries again every minute.",
        )
    return 0


def _erase(actor: Actor, subject_id: uuid.UUID, ground: str) -> None:
    """A person as at the desk; for any other id (a case without a client) what its key encrypted."""
    from simpul.registry.commands.erase_on_order import erase_on_order
    from simpul.registry.models import Person
    from simpul.safeguards.commands.erase_sensitive_text import erase_sensitive_text

    if Person.objects.filter(pk=subject_id).exists():
        erase_on_order(actor, person_id=subject_id, ground=ground)
    else:
        erase_sensitive_text(actor, subject_id=subject_id, ground=ground)
