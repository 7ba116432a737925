"""``./simpul <verb>``. ``--help`` needs only the standard library; a verb's own module does the rest."""

from __future__ import annotations

import argparse
import errno
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Protocol, cast

from simpul.config.options import Options
from simpul.config.speaking import CannotGoOn, tell

VERBS = {
    "demo": "try everything with synthetic people on this computer",
    "test": "run the tests (--browser: also those in a real Chromium)",
    "check": "run every check of the code that needs no test",
    "bench": "measure pages and engines at size",
    "prepare": "bring databases, catalogues, reference data and static files up to date",
    "serve": "serve the site; in production only if doctor finds nothing",
    "worker": "run background work",
    "doctor": "tell what is unsafe about this installation, and the remedy",
    "backup": "write an encrypted backup",
    "restore": "bring a backup back into an empty place",
    "verify-audit": "prove that nobody has changed the audit trail",
    "rotate-keys": "wrap every person's key with the newest master key",
    "erase": "make one person forgotten for good, in backups too",
    "make-messages": "collect sentences and compile the translations",
    "found": "enter the first office and its two administrators",
    "regions": "load the national table of regions",
}


class Verb(Protocol):
    """What a module in ``commands`` offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, options: argparse.Namespace) -> int: ...


def verb_module(verb: str) -> Verb:
    """The module behind a verb; importing it must not need Django."""
    return cast(Verb, importlib.import_module(f"simpul.config.commands.{verb.replace('-', '_')}"))


def parser_of(verb: str) -> argparse.ArgumentParser:
    """The verb's own options, with its explanation."""
    module = verb_module(verb)
    parser = Options(
        prog=f"simpul {verb}",
        description=module.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_arguments(parser)
    return parser


def usage() -> str:
    """All verbs with one line each."""
    lines = [f"  {verb:14} {meaning}" for verb, meaning in VERBS.items()]
    return "\n".join(["usage: ./simpul <verb> [options]      (each verb: --help)", "", *lines, ""])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and give its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in {"-h", "--help", "help"}:
        sys.stdout.write(usage())
        return 0
    verb = words[0]
    if verb not in VERBS:
        tell(f"Perintah {verb!r} tidak dikenal.", f"There is no verb {verb!r}.")
        sys.stderr.write(usage())
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "simpul.config.settings")
    parser = parser_of(verb)
    if verb == "test":
        options, rest = parser.parse_known_args(words[1:])
        options.pytest = rest
    else:
        options = parser.parse_args(words[1:])
    try:
        return verb_module(verb).run(options)
    except CannotGoOn as reason:
        tell(reason.indonesian, reason.english)
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception as fault:
        trouble = known_trouble(fault)
        if trouble is None:
            raise
        tell(trouble.indonesian, trouble.english)
        return 2


def known_trouble(fault: Exception) -> CannotGoOn | None:
    """Sentences for what goes wrong around us: disk, database, settings. Anything else is our own fault."""
    if isinstance(fault, OSError) and fault.errno in {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES}:
        where = fault.filename or "Berkas / a file"
        return CannotGoOn(
            f"{where} tidak dapat ditulis atau dibaca ({fault.strerror}). Periksa ruang disk dan izin.",
            f"{where} cannot be written or read ({fault.strerror}). Check disk space and rights.",
        )
    words = str(fault).strip().splitlines()[:1] or [""]
    kinds = {kind.__name__ for kind in type(fault).__mro__}
    if {"OperationalError", "ProgrammingError"} & kinds:
        return CannotGoOn(
            f"Basis data tidak dapat dipakai ({words[0]}). Periksa DATABASE_URL, SIMPUL_KEYSTORE_URL dan "
            "ruang disk; pada pemasangan baru jalankan dahulu ./simpul prepare.",
            f"The database cannot be used ({words[0]}). Check DATABASE_URL, SIMPUL_KEYSTORE_URL and disk "
            "space; on a new installation run ./simpul prepare first.",
        )
    if "ImproperlyConfigured" in kinds:
        return CannotGoOn(
            f"Pengaturan tidak dapat dipakai ({words[0]}). Lihat docs/reference/settings.md.",
            f"The settings cannot be used ({words[0]}). See docs/reference/settings.md.",
        )
    return None


if __name__ == "__main__":
    sys.exit(main())
