"""Which column of a foreign table means what, guessed from Indonesian headers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from simpul.kernel.text import N_

FIELDS: dict[str, str] = {
    "full_name": N_("Full name"),
    "nik": N_("NIK"),
    "kk_number": N_("KK number"),
    "relation": N_("Place in the family (SHDK)"),
    "sex": N_("Sex"),
    "birth": N_("Birth date"),
    "birthplace": N_("Birthplace"),
    "mother_maiden_name": N_("Mother's maiden name"),
    "call_name": N_("Call name"),
    "region_code": N_("Village code"),
    "village": N_("Village"),
    "district": N_("District"),
    "rt": N_("RT"),
    "rw": N_("RW"),
    "street": N_("Street"),
    "phone": N_("Telephone"),
}

_HEADERS: dict[str, str] = {
    "full_name": "nama|nama lengkap|nama penduduk|nama anggota|nama art|nama warga"
    "|nama penerima|nama klien|full name|name",
    "nik": "nik|no nik|nomor nik|no ktp|nomor ktp|nomor induk kependudukan|no induk kependudukan",
    "kk_number": "kk|no kk|nomor kk|nokk|nomor kartu keluarga|no kartu keluarga|nkk",
    "relation": "shdk|hubungan|hubungan keluarga|hubungan dalam keluarga|status hubungan"
    "|status hubungan dalam keluarga|hub keluarga|kedudukan dalam keluarga",
    "sex": "jenis kelamin|jk|kelamin|l/p|lp|gender|sex|jns kelamin|j kelamin",
    "birth": "tanggal lahir|tgl lahir|tgllahir|tanggallahir|tgl lhr|lahir|tahun lahir|umur|usia|birth date",
    "birthplace": "tempat lahir|tmp lahir|tempatlahir|tmpt lahir|kota lahir",
    "mother_maiden_name": "nama ibu|nama ibu kandung|ibu kandung|nama gadis ibu kandung|ibu",
    "call_name": "panggilan|nama panggilan|alias|nama kecil",
    "region_code": "kode desa|kode kelurahan|kode wilayah|kode desa/kelurahan|kode kel/desa|kode kemendagri",
    "village": "desa|kelurahan|desa/kelurahan|kelurahan/desa|kel/desa|nama desa"
    "|nama kelurahan|gampong|nagari|kampung",
    "district": "kecamatan|kec|nama kecamatan|distrik|kapanewon",
    "rt": "rt",
    "rw": "rw",
    "street": "alamat|alamat lengkap|alamat ktp|alamat domisili|jalan|dusun|dusun/jalan|alamat rumah",
    "phone": "no hp|hp|nomor hp|telepon|no telepon|no telp|nomor telepon|wa|no wa|whatsapp|kontak|handphone",
}
_KNOWN = {header: name for name, headers in _HEADERS.items() for header in headers.split("|")}


def plain_header(text: str) -> str:
    """A header without case, points and marks.

    >>> plain_header(" No. KK *"), plain_header("Tgl._Lahir"), plain_header("Jenis Kelamin (L/P)")
    ('no kk', 'tgl lahir', 'jenis kelamin')
    """
    text = re.sub(r"\([^)]*\)", " ", text.casefold())
    return " ".join(re.sub(r"[^a-z0-9/]", " ", text.replace("_", " ")).split())


def guessed_columns(headers: Sequence[str]) -> dict[str, int]:
    """Field by field the column that probably holds it; a column serves one field.

    >>> guessed_columns(["No", "NIK", "No. KK", "Nama Lengkap", "L/P", "Tgl Lahir", "Alamat", "RT", "RW"])
    {'nik': 1, 'kk_number': 2, 'full_name': 3, 'sex': 4, 'birth': 5, 'street': 6, 'rt': 7, 'rw': 8}
    >>> guessed_columns(["Nama", "Nama", "Catatan"])
    {'full_name': 0}
    """
    found: dict[str, int] = {}
    for place, header in enumerate(headers):
        name = _KNOWN.get(plain_header(header))
        if name and name not in found:
            found[name] = place
    return found
