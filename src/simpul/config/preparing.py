"""Brings an installation up to date: tables, catalogues, reference data, static files. Safe to repeat."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from simpul.config.speaking import CannotGoOn, tell


def start_django() -> None:
    """Make Django ready, with the variables as they are now."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "simpul.config.settings")
    django.setup()


@contextmanager
def told(indonesian: str, english: str) -> Iterator[None]:
    """Say what is being done and how long it took."""
    started = time.monotonic()
    sys.stderr.write(f"  - {indonesian} / {english} ")
    sys.stderr.flush()
    try:
        yield
    except BaseException:
        sys.stderr.write("\n")
        raise
    sys.stderr.write(f"({time.monotonic() - started:.1f} s)\n")


def make_data_dir() -> Path:
    """The folder of the installation's own data, closed to other users of the computer."""
    from simpul.config.environment import data_dir

    path = data_dir()
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = path / ".writable"
        probe.write_text("", encoding="utf-8")
        probe.unlink()
    except OSError as error:
        raise CannotGoOn(
            f"Folder data {path} tidak dapat ditulisi ({error.strerror}). Pilih folder lain dengan --data.",
            f"The data folder {path} cannot be written ({error.strerror}). Choose another with --data.",
        ) from error
    return path


@contextmanager
def alone_with_data() -> Iterator[None]:
    """On SQLite one running Simpul per data folder (ADR 0002); a second one is told so."""
    import fcntl

    from simpul.config import webserver

    if not webserver.on_sqlite:
        yield
        return
    path = make_data_dir()
    with (path / ".in-use").open("w") as guard:
        try:
            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise CannotGoOn(
                f"Folder data {path} sedang dipakai Simpul lain. Akhiri yang itu, atau pakai folder lain "
                "(demo --data FOLDER; serve: SIMPUL_DATA_DIR).",
                f"Another Simpul is using the data folder {path}. End that one, or use another folder "
                "(demo --data FOLDER; serve: SIMPUL_DATA_DIR).",
            ) from error
        yield


def migrate() -> None:
    """Bring the tables of both databases up to date."""
    from django.core.management import call_command
    from django.db import DEFAULT_DB_ALIAS

    for alias in (DEFAULT_DB_ALIAS, "keys"):
        call_command("migrate", database=alias, interactive=False, verbosity=0, stdout=StringIO())


def insist_on_tables() -> None:
    """Both databases answer and have every table of this version."""
    from simpul.config.doctor import live

    faults = live.unreachable_databases() or live.waiting_migrations()
    if faults:
        raise CannotGoOn(
            f"Basis data belum siap ({faults[0]}). Jalankan dahulu ./simpul prepare.",
            f"The databases are not ready ({faults[0]}). Run ./simpul prepare first.",
        )


def load_reference() -> None:
    """Load the dated reference data that the repository carries."""
    if importlib.util.find_spec("simpul.reference.loader") is None:
        tell("Data acuan belum tersedia.", "Reference data is not part of this version yet.")
        return
    importlib.import_module("simpul.reference.loader").load_all()


def load_forms() -> None:
    """Put the assessment forms that come with the house into use; what is in use already stays."""
    from simpul.instruments.loader import load_starters

    load_starters()


def _static_fingerprint() -> str:
    """Changes when a static file, or a package that brings some, changes."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256(str(settings.STORAGES["staticfiles"]["BACKEND"]).encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path} {storage.get_modified_time(path).isoformat()}".encode())
    return digest.hexdigest()


def collect_static() -> None:
    """Put the static files, with the icon sprite, where the web server reads them; only when changed."""
    from django.conf import settings
    from django.core.management import call_command

    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    fingerprint = _static_fingerprint()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == fingerprint:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0, stdout=StringIO())
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(fingerprint, encoding="utf-8")


def compile_messages() -> None:
    """Compile the catalogues that changed. A read-only checkout must bring them compiled."""
    from simpul.config import messages

    messages.compile_stale()


def prepare_all() -> None:
    """Everything, in order. Catalogues come first: Django reads them when it starts."""
    make_data_dir()
    with told("menyusun terjemahan", "compiling translations"):
        compile_messages()
    start_django()
    with told("menyiapkan basis data", "preparing the databases"):
        migrate()
    with told("memuat data acuan", "loading reference data"):
        load_reference()
    with told("memuat formulir bawaan", "loading the forms that come with it"):
        load_forms()
    with told("menyusun berkas tampilan", "collecting static files"):
        collect_static()
