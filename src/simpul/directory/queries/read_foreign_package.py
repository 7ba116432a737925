"""A foreign package, read and checked before anything is written: no lock is held while it is unpacked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.utils import translation

from simpul.directory.choices import Access, Paper, SystemKind
from simpul.directory.errors import REGION, not_regions, refuse_faults
from simpul.directory.rules.hsds.joining import Known, agencies_of
from simpul.directory.rules.hsds.names import FACTS, term_id
from simpul.directory.rules.hsds.reading import Fault, PackageUnreadable, read_package
from simpul.engines.matching import Hearing, Term, stems_of
from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.reference.queries.categories import categories
from simpul.reference.queries.taxonomy import taxonomy
from simpul.safeguards.gate import query

MOST_UPLOADED = 64_000_000
SURE = 0.75  # how surely a kind of help must be heard in an entry's own words
UNREADABLE = {
    "kind": N_("This is neither an archive of HSDS tables (.zip) nor JSON. Ask for one of these."),
    "archive": N_("The archive is damaged or locked. Ask for it once more, without a password."),
    "heavy": N_("Unpacked, this is more than can be read at once. Ask for it in parts, by agency."),
    "rows": N_("There are more rows than can be read at once. Ask for it in parts, by agency."),
    "encoding": N_("The text is not UTF-8. Save it as UTF-8 and send it again."),
    "json": N_("This is no sound JSON. Check whether the file was cut off."),
    "big": N_("The file is larger than 64 MB. Ask for it in parts, by agency."),
}


@dataclass(frozen=True)
class ForeignPackage:
    """What a package holds: agencies as they would be entered, and everything that is wrong."""

    agencies: tuple[dict[str, Any], ...]
    faults: tuple[Fault, ...]
    more_faults: int
    rows: int
    checksum: str


@query(silent=True)
def read_foreign_package(actor: Actor, *, file: BinaryIO, region_code: str) -> ForeignPackage:
    """Read an HSDS archive or JSON. Agencies that do not say where they are stand in ``region_code``."""
    refuse_faults([not_regions("region_code", [region_code])])
    try:
        digest = _weighed(file)
        sheets = read_package(file)
        found = agencies_of(sheets, _known(actor, region_code))
    except PackageUnreadable as bad:
        raise InvalidInput([FieldFault("file", Text(UNREADABLE[bad.what]))]) from bad
    return ForeignPackage(tuple(found), tuple(sheets.faults), sheets.more_faults, sheets.count, digest)


def _weighed(file: BinaryIO) -> str:
    file.seek(0)
    digest, size = hashlib.sha256(), 0
    while piece := file.read(1 << 20):
        digest.update(piece)
        size += len(piece)
        if size > MOST_UPLOADED:
            raise PackageUnreadable("big")
    return digest.hexdigest()


def _known(actor: Actor, region: str) -> Known:
    rows = taxonomy(actor)
    services = [row for row in rows if row.kind == "service"]
    hearing = Hearing(
        Term(row.code, row.label_id, (*row.words_id, *row.words_en, row.label_en)) for row in services
    )
    psks = [row.code for row in categories(actor, group="psks")]
    terms = {term_id("simpul", row.code): ("simpul", row.code) for row in rows}
    terms |= {term_id("facts", code): ("facts", code) for code, _name, _about in FACTS}
    terms |= {term_id("system", kind): ("system", kind) for kind in SystemKind.values}
    terms |= {term_id("psks", code): ("psks", code) for code in psks}
    return Known(
        terms, frozenset(row.code for row in services),
        lambda words: tuple(
            one.term.code for one in hearing.hear(stems_of(words))[:1] if one.weight >= SURE
        ),
        _called(Paper), _called(Access), frozenset(SystemKind.values), frozenset(psks),
        region if REGION.fullmatch(region) else "",
    )  # fmt: skip


def _called(choices: Any) -> dict[str, str]:
    """What each choice is called, in both languages and by its code."""
    found: dict[str, str] = {}
    for language in ("id", "en"):
        with translation.override(language):
            found |= {str(one.label).casefold(): one.value for one in choices}
    return found | {one.value: one.value for one in choices}
