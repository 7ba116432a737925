"""Ids of records that have none of their own here, and the taxonomies that describe an entry.

An id is made from the id of the record it hangs on, so that it is the same at every reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5

OURS = UUID("6f2d8a54-3c1e-5b77-9a40-2b8f6f0e11d3")
# code, name, description
TAXONOMIES = (
    ("simpul", "Kesulitan dan layanan", "Bidang kehidupan, kesulitan dan layanan menurut taksonomi Simpul."),
    ("psks", "PSKS", "Potensi dan sumber kesejahteraan sosial (Permensos 8/2012)."),
    ("system", "Jenis sistem sumber", "Informal, keanggotaan, atau lembaga."),
    ("facts", "Keterangan isi", "Hal yang tidak memiliki kolom sendiri dalam HSDS."),
)
FACTS = (
    ("rights", "Hak", "Hak orang yang memakai layanan ini."),
    ("comes-home", "Datang ke rumah", "Petugas datang ke rumah."),
    ("sexes", "Untuk siapa", "f: perempuan, m: laki-laki."),
    ("holidays", "Buka pada hari libur", "Jam buka berlaku juga pada hari libur nasional."),
    ("source", "Sumber isi", "Siapa yang memberi tahu, atau daftar mana."),
    ("region", "Kode wilayah", "Kode wilayah Kemendagri tempat lembaga ini bekerja."),
)


def made_id(*parts: object) -> str:
    """
    >>> made_id("taxonomy", "facts") == made_id("taxonomy", "facts") != made_id("taxonomy", "psks")
    True
    """
    return str(uuid5(OURS, "/".join(map(str, parts))))


def taxonomy_id(code: str) -> str:
    return made_id("taxonomy", code)


def term_id(taxonomy: str, code: str) -> str:
    return made_id("term", taxonomy, code)


@dataclass(frozen=True)
class NamedTerm:
    """A term as it is published; ``parent`` is a code of the same taxonomy."""

    taxonomy: str
    code: str
    name: str
    description: str
    parent: str = ""

    @property
    def id(self) -> str:
        return term_id(self.taxonomy, self.code)

    def record(self) -> dict[str, object]:
        """The term as HSDS writes it."""
        told: dict[str, object] = {"id": self.id, "code": self.code, "name": self.name}
        told["description"] = self.description or self.name
        if self.parent:
            told["parent_id"] = term_id(self.taxonomy, self.parent)
        return told | {
            "taxonomy": self.taxonomy, "language": "id", "taxonomy_id": taxonomy_id(self.taxonomy),
        }  # fmt: skip


def taxonomy_records() -> list[dict[str, object]]:
    return [
        {"id": taxonomy_id(code), "name": name, "description": about, "version": "1"}
        for code, name, about in TAXONOMIES
    ]


def fact_terms() -> Iterable[NamedTerm]:
    return (NamedTerm("facts", code, name, about) for code, name, about in FACTS)
