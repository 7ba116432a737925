"""Erasures since the backup was made are done again in what was restored, by the registry's own act.

Runs in a process of its own (``python -m``), for its settings point to the restored databases.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Mapping

from simpul.config.speaking import CannotGoOn, show

AT_ONCE = 500


def replay(environment: Mapping[str, str]) -> int:
    """Do it in the databases that these variables name; returns how many were erased again."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "simpul.config.backup.replaying"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        words = (done.stdout + done.stderr).strip().splitlines()[-1:] or ["?"]
        raise CannotGoOn(
            f"Penghapusan sesudah cadangan ini tidak dapat diulang: {words[0]}",
            f"Erasures since this backup could not be done again: {words[0]}",
        )
    return int(done.stdout.split()[-1])


def main() -> int:
    from simpul.config.preparing import migrate, start_django

    start_django()
    from simpul.kernel.actor import system_actor
    from simpul.registry.commands.replay_erasures import replay_erasures

    todo = list(_left_over())
    if todo:
        migrate()  # the act writes with today's tables; the backup may be of an older version
    for start in range(0, len(todo), AT_ONCE):
        replay_erasures(system_actor(), subject_ids=todo[start : start + AT_ONCE])
    if todo:
        _wipe()
    show(str(len(todo)))
    return 0


def _left_over() -> Iterator[uuid.UUID]:
    """Persons and households in the data whose key is gone without the data knowing of it."""
    from django.db import connection

    from simpul.registry.models import Household, Person
    from simpul.safeguards.models import Erasure, PersonKey

    knows = Erasure._meta.db_table in connection.introspection.table_names()
    gone = list(PersonKey.objects.exclude(destroyed_at=None).values_list("pk", flat=True))
    for start in range(0, len(gone), AT_ONCE):
        part = gone[start : start + AT_ONCE]
        here = set(Person.objects.filter(pk__in=part).values_list("pk", flat=True))
        here |= set(Household.objects.filter(pk__in=part).values_list("pk", flat=True))
        if knows:
            here -= set(Erasure.objects.filter(subject_id__in=here).values_list("subject_id", flat=True))
        yield from sorted(here)


def _wipe() -> None:
    """No trace in the new files either: log emptied, pages or rows written anew."""
    from django.db import connection

    from simpul.safeguards import traces

    for alias in ("default", "keys"):
        traces.empty_log(alias)
    _write_anew()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=DELETE")
            cursor.execute("VACUUM")


def _write_anew(patience: float = 600) -> None:
    """Nobody works in these tables yet, yet the server's own housekeeping may hold one for a moment."""
    from simpul.safeguards import traces

    waiting, until = list(traces.touched_tables()), time.monotonic() + patience
    while waiting := traces.rewrite_tables(waiting, also_large=True):
        if time.monotonic() > until:
            raise RuntimeError(f"still held by somebody: {', '.join(waiting)}")
        time.sleep(0.5)


if __name__ == "__main__":
    raise SystemExit(main())
