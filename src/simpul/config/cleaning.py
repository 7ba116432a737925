"""After an erasure: what lies outside the tables is cleaned too, and again until it succeeded.

The act itself destroys the key and empties SQLite's log at once where nobody reads it. This duty does what
an act cannot: it comes back after a crash or a long reader, writes PostgreSQL's tables anew, and replaces
the mirror of keys, without which an old backup would still open.
"""

from __future__ import annotations

import logging
import uuid
from datetime import timedelta
from pathlib import Path

from simpul.jobs.handlers import recurring
from simpul.kernel.actor import system_actor

EVERY = timedelta(minutes=1)
NIGHT = range(1, 4)  # hours of the office's clock in which a large table may be locked
_log = logging.getLogger("simpul.cleaning")


@recurring("config.clean_up_after_erasures", every=EVERY)
def clean_up_every_minute() -> None:
    """Every minute: erasures that left something outside the tables are finished."""
    clean_up()


def clean_up() -> bool:
    """Finish what erasures left over; returns whether nothing waits any more."""
    from simpul.safeguards import keys
    from simpul.safeguards.commands.confirm_cleaning import confirm_cleaning
    from simpul.safeguards.models import Erasure

    waiting: list[uuid.UUID] = list(
        Erasure.objects.filter(cleaned_at=None).values_list("subject_id", flat=True)
    )
    if not waiting:
        return True
    keys.destroy_living(waiting)
    mirrored = _replace_mirror()
    cleaned = _wipe()
    if not (mirrored and cleaned):
        return False
    confirm_cleaning(system_actor(), subject_ids=waiting)
    return True


def _wipe() -> bool:
    from django.utils import timezone

    from simpul.safeguards import traces

    emptied = [traces.empty_log(alias) for alias in ("default", "keys")]
    tables = traces.rewrite_tables(traces.touched_tables(), also_large=timezone.localtime().hour in NIGHT)
    if tables or not all(emptied):
        _log.info("erased rows still lie in %s", ", ".join(tables) or "the write-ahead log")
        return False
    return True


def _replace_mirror() -> bool:
    """The mirror must not hold a key any more that was destroyed."""
    from django.conf import settings

    from simpul.config.backup import calendar
    from simpul.config.backup.secret import backup_key_known
    from simpul.config.backup.writing import mirror_keys

    if not (Path(settings.BACKUP_DIR) / calendar.MIRROR).exists():
        return True
    if not backup_key_known():
        _log.warning(
            "SIMPUL_BACKUP_KEY is missing: the mirror of keys still holds the keys of erased persons"
        )
        return False
    mirror_keys()
    return True
