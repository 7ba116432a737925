"""``simpul regions load PATH|URL``: takes a region table, and outlines if wanted, after showing the diff."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from simpul.config.options import Options

if TYPE_CHECKING:
    from simpul.reference.commands.load_regions import RegionReport

BYTES_LIMIT = 400_000_000
SHOWN = 12


class CannotRead(Exception):
    """The file or address gave nothing usable; the message says why and what to do."""


def main(argv: Sequence[str]) -> int:
    """Run ``regions load`` with these words."""
    parser = Options(prog="simpul regions", description=__doc__)
    add_arguments(parser)
    return run(parser.parse_args(argv))


def run(options: argparse.Namespace) -> int:
    """0 done or nothing to do, 1 refused, 2 waiting for ``--yes``."""
    _start_django()
    from simpul.kernel.actor import system_actor
    from simpul.kernel.errors import ActError
    from simpul.reference.commands.load_regions import RegionFiles, load_regions
    from simpul.reference.errors import TableRefused

    try:
        table, checksum = _read(options.table)
        outlines, outlines_checksum = _read(options.boundaries) if options.boundaries else ("", "")
        files = RegionFiles(
            source=options.source or _shown_source(options.table),
            table=table,
            checksum=checksum,
            boundaries=outlines,
            boundaries_checksum=outlines_checksum,
        )
        report = load_regions(system_actor(), files=files, as_of=options.as_of, dry_run=not options.yes)
    except CannotRead as failure:
        return _say_fault(str(failure))
    except TableRefused as refusal:
        return _say_faults(refusal)
    except ActError as error:
        return _say_fault(_translated(error.text))
    _show(report, checksum)
    if report.empty:
        _say(_("Nothing to change: this table is loaded already."))
        return 0
    if not options.yes:
        _say(_("Nothing was changed yet. Run the same again with --yes to take it over."))
        return 2
    _say(_("Done."))
    return 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(required=True, metavar="load")
    load = verbs.add_parser("load", help="take over a region table (CSV, CSV.GZ) and outlines (GeoJSON)")
    load.add_argument("table", metavar="PATH|URL", help="columns: code,name,lat,lng and more, see the docs")
    load.add_argument("--boundaries", metavar="PATH|URL", help="GeoJSON FeatureCollection, property code")
    load.add_argument("--yes", action="store_true", help="apply; without it only the difference is shown")
    load.add_argument("--as-of", type=date.fromisoformat, help="day from which new names and codes hold")
    load.add_argument("--source", help="decree and publisher, as it shall be recorded")


def _start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "simpul.config.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def _read(place: str) -> tuple[str, str]:
    """The text behind a path or address, unpacked, and the checksum of the bytes as they came."""
    raw = _download(place) if urlsplit(place).scheme in {"http", "https"} else _from_disk(place)
    checksum = hashlib.sha256(raw).hexdigest()
    if raw[:2] == b"\x1f\x8b":
        raw = _unpacked(raw)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = _("%(place)s is not UTF-8 text (row %(row)s). Save it again as UTF-8.")
        raise CannotRead(message % {"place": place, "row": raw.count(b"\n", 0, error.start) + 1}) from None
    if not text.strip():
        raise CannotRead(_("%(place)s is empty. Fetch it again.") % {"place": place})
    if text.lstrip().startswith("<"):
        raise CannotRead(_("%(place)s holds a web page, no table. Look at the address.") % {"place": place})
    return text, checksum


def _from_disk(place: str) -> bytes:
    try:
        path = Path(place)
        if path.stat().st_size > BYTES_LIMIT:
            raise CannotRead(_("%(place)s is too big.") % {"place": place})
        return path.read_bytes()
    except OSError as error:
        message = _("%(place)s cannot be read: %(reason)s.")
        raise CannotRead(message % {"place": place, "reason": error.strerror or error}) from None


def _download(place: str) -> bytes:
    try:
        with urllib.request.urlopen(place, timeout=60) as answer:  # noqa: S310  (http and https only)
            raw: bytes = answer.read(BYTES_LIMIT + 1)
    except (urllib.error.URLError, OSError, ValueError) as error:
        message = _("%(place)s cannot be fetched: %(reason)s. Check the address and the connection.")
        raise CannotRead(message % {"place": place, "reason": getattr(error, "reason", error)}) from None
    if len(raw) > BYTES_LIMIT:
        raise CannotRead(_("%(place)s is too big.") % {"place": place})
    return raw


def _unpacked(raw: bytes) -> bytes:
    """Unpack, but no further than the limit: a small file may hold a mountain."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as file:
            text = file.read(BYTES_LIMIT + 1)
    except (OSError, EOFError) as error:
        raise CannotRead(
            _("The packed file is damaged (%(reason)s). Fetch it again.") % {"reason": error}
        ) from None
    if len(text) > BYTES_LIMIT:
        raise CannotRead(_("The packed file unpacks to more than a region table can hold."))
    return text


def _shown_source(place: str) -> str:
    """An address without its login and query, a path as the bare file name."""
    parts = urlsplit(place)
    if parts.scheme in {"http", "https"}:
        return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"
    return Path(place).name


def _show(report: RegionReport, checksum: str) -> None:
    _say(_("%(rows)s rows read, SHA-256 %(checksum)s") % {"rows": report.rows, "checksum": checksum})
    diff = report.diff
    if diff is not None:
        counts = diff.counts()
        _say(
            _(
                "%(added)s new, %(renamed)s renamed, %(vanished)s gone, %(refreshed)s refreshed, "
                "%(unchanged)s unchanged"
            )
            % counts
        )
        _list(_("New"), [f"{fact.code}  {fact.name}, {fact.path}" for fact in diff.added])
        _list(_("Renamed"), [f"{item.code}  {item.old} -> {item.new}" for item in diff.renamed])
        gone = [f"{item.code}  {item.name} -> {', '.join(item.successors) or '?'}" for item in diff.vanished]
        _list(_("Gone"), gone)
    if report.outlines:
        _say(_("%(count)s outlines new or changed") % {"count": report.outlines})


def _list(heading: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    _say(f"{heading}:")
    for line in lines[:SHOWN]:
        _say(f"  {line}")
    if len(lines) > SHOWN:
        _say("  " + _("and %(count)s more") % {"count": len(lines) - SHOWN})


def _say_faults(refusal: Any) -> int:
    for fault in refusal.faults[: SHOWN * 2]:
        where = _("row %(row)s: ") % {"row": fault.row} if fault.row else ""
        sys.stderr.write(f"{where}{_translated(fault.text)}\n")
    return _say_fault(_translated(refusal.text))


def _say_fault(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 1


def _translated(text: Any) -> str:
    sentence = _(text.msgid)
    return sentence % text.params if text.params else sentence


def _(sentence: str) -> str:
    from django.utils.translation import gettext

    return gettext(sentence)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
