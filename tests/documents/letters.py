"""A sample of each letter, as an office would write it."""

from __future__ import annotations

from datetime import date
from typing import Any

from simpul.documents import kinds as k


def all_letters(adult: k.Subject, worker: k.Signer, head: k.Signer) -> list[k.Paper]:
    frame: dict[str, Any] = {"subject": adult, "worker": worker, "head": head}
    return [
        k.ReferralLetter(
            **frame,
            recipient=("Puskesmas Sumberasri",),
            enclosures=1,
            reference="RJ-2026-0007",
            service="Pengobatan umum",
            asked="Pemeriksaan gula darah dan obat rutin.",
            urgency="Pada waktunya",
            answer_by=date(2026, 12, 5),
            caution="Hubungi hanya pagi hari.",
            done_so_far=("Kunjungan rumah 3 November",),
            told=(("Kesehatan", ("Sering pusing sejak Mei.",)),),
            grounds=("Persetujuan · 20.11.2026",),
            escort="Bu Kader",
        ),
        k.IntroductionLetter(
            **frame,
            recipient=("Dinas Kependudukan", "di tempat"),
            purpose="Mengurus akta kelahiran anak pertama.",
            valid_until=date(2026, 12, 28),
            papers=("KTP", "Surat kelahiran dari bidan"),
            contact="Pekerja sosial, jam kerja",
        ),
        k.StatementLetter(
            **frame,
            recipient=("SDN 1 Sumberasri",),
            since=date(2026, 5, 2),
            statement="Yang bersangkutan tinggal di wilayah kerja kami dan kami dampingi sejak Mei 2026.",
            purpose="Keringanan biaya sekolah",
        ),
        k.AccompanimentLetter(
            **frame,
            recipient=("Pengadilan Agama", "di tempat"),
            accompanied_on=date(2026, 12, 3),
            place="Ruang sidang 2",
            purpose="Sidang pertama",
            tasks=("Menemani klien menunggu", "Menjelaskan ulang yang belum dipahami"),
        ),
    ]
