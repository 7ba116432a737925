"""Extracts translatable sentences and compiles catalogues with Babel; no GNU gettext is needed.

``python -m simpul.config.messages`` refreshes every package's Indonesian catalogue;
``--check`` fails when one is stale or incomplete; ``--compile`` writes the binary catalogues.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from simpul.config.options import Options

SOURCE = Path(__file__).resolve().parents[1]
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
HOMES = {"kernel": "web/ui", "engines": "web/ui", "config": "web/ui", "web": "web/ui"}


def home_of(path: Path) -> str:
    """The package (relative to the source) whose catalogue holds this file's sentences."""
    parts = path.relative_to(SOURCE).parts
    if parts[0] == "web" and len(parts) > 2:
        context = parts[4] if parts[2] == "templates" and len(parts) > 5 else parts[2]
        if parts[1] != "ui" and (SOURCE / "web" / parts[1] / context / "__init__.py").exists():
            return f"web/{parts[1]}/{context}"
        return f"web/{parts[1]}"
    return HOMES.get(parts[0], parts[0])


def _template_messages(path: Path) -> Iterator[tuple[int, object, list[str], object]]:
    import django
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure(USE_I18N=True)
        django.setup()
    code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    # What is not a sentence is blanked out with its indentation kept, which Python's tokenizer would refuse.
    code = "\n".join(line.strip() for line in code.splitlines())
    code = re.sub(r"(?<![\w])u(?=['\"])", "", code)
    yield from extract("python", io.BytesIO(code.encode()), keywords=KEYWORDS)


def _file_messages(path: Path) -> Iterator[tuple[int, object, list[str], object]]:
    if path.suffix == ".py":
        with path.open("rb") as file:
            yield from extract("python", file, keywords=KEYWORDS)
    else:
        yield from _template_messages(path)


def extracted() -> dict[str, Catalog]:
    """One catalogue a package, with every sentence found in its Python files and templates."""
    catalogues: dict[str, Catalog] = {}
    files = [*SOURCE.rglob("*.py"), *SOURCE.rglob("templates/**/*.html"), *SOURCE.rglob("templates/**/*.txt")]
    files += [path for path in SOURCE.rglob("components/**/*.html") if path not in files]
    for path in sorted(set(files)):
        if path == Path(__file__).resolve() or "migrations" in path.parts:
            continue
        for _line, message, _comments, context in _file_messages(path):
            home = home_of(path)
            catalogue = catalogues.setdefault(home, Catalog(locale="id", domain="django", fuzzy=False))
            flags = ("python-format",) if _has_placeholder(message) else ()
            where = [(str(path.relative_to(SOURCE)), 0)]
            catalogue.add(message, None, where, flags=flags, context=context)  # type: ignore[arg-type]
    return catalogues


def _has_placeholder(message: object) -> bool:
    return "%(" in (message if isinstance(message, str) else "".join(map(str, message)))  # type: ignore[call-overload]


def po_path(home: str) -> Path:
    return SOURCE / home / "locale" / "id" / "LC_MESSAGES" / "django.po"


def refreshed(home: str, template: Catalog) -> Catalog:
    """The package's catalogue with new sentences added, old ones dropped, translations kept."""
    path = po_path(home)
    catalogue = Catalog(locale="id", domain="django", fuzzy=False)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale="id", domain="django")
    known = {(message.id, message.context): message.string for message in catalogue}
    fresh = Catalog(locale="id", domain="django", fuzzy=False, header_comment="# Simpul, bahasa Indonesia")
    for message in template:
        if message.id:
            fresh.add(
                message.id,
                known.get((message.id, message.context)),
                message.locations,
                flags=message.flags,
                context=message.context,
            )
    return fresh


def _dump(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, omit_header=False, sort_output=True, no_location=True)
    text = buffer.getvalue().decode()
    stable = [line for line in text.splitlines() if not re.match(r'"(POT-Creation|PO-Revision)-Date', line)]
    return ("\n".join(stable) + "\n").encode()


def missing(catalogue: Catalog) -> list[str]:
    """Sentences without a complete translation, or whose placeholders differ."""
    faults = []
    for message in catalogue:
        if not message.id:
            continue
        strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        if not all(strings):
            faults.append(f"untranslated: {message.id!r}")
            continue
        wanted = set(re.findall(r"%\((\w+)\)", str(message.id)))
        for string in strings:
            if set(re.findall(r"%\((\w+)\)", str(string))) - wanted:
                faults.append(f"placeholder: {message.id!r} -> {string!r}")
    return faults


def compile_stale() -> int:
    """Write each .mo that is absent or older than its .po; return how many were written."""
    written = 0
    for po in SOURCE.rglob("locale/*/LC_MESSAGES/django.po"):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        with po.open("rb") as file:
            catalogue = read_po(file, locale="id", domain="django")
        partial = mo.with_suffix(f".part{os.getpid()}")
        with partial.open("wb") as file:
            write_mo(file, catalogue)
        partial.replace(mo)
        written += 1
    return written


def check() -> list[str]:
    """Every fault of every catalogue: stale, untranslated, wrong placeholder."""
    faults: list[str] = []
    for home, template in sorted(extracted().items()):
        fresh = refreshed(home, template)
        path = po_path(home)
        if not path.exists() or path.read_bytes() != _dump(fresh):
            faults.append(f"{home}: stale, run ./simpul make-messages")
        faults += [f"{home}: {fault}" for fault in missing(fresh)]
    return faults


def run(*, check_only: bool, compile_only: bool) -> int:
    """Refresh, check or compile the catalogues; the exit code."""
    if compile_only:
        compile_stale()
        return 0
    if check_only:
        faults = check()
        sys.stdout.write("\n".join([*faults, f"{len(faults)} faults"]) + "\n")
        return 1 if faults else 0
    for home, template in sorted(extracted().items()):
        fresh = refreshed(home, template)
        path = po_path(home)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_dump(fresh))
        sys.stdout.write(f"{home}: {len(fresh)} sentences, {len(missing(fresh))} to translate\n")
    compile_stale()
    return 0


def main() -> int:
    """The same from the command line."""
    parser = Options(prog="simpul make-messages", description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail when a catalogue is stale or incomplete")
    parser.add_argument("--compile", action="store_true", help="only write the binary catalogues")
    options = parser.parse_args()
    return run(check_only=options.check, compile_only=options.compile)


if __name__ == "__main__":
    sys.exit(main())
