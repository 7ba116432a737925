"""The shipped table of words against sentences as they are written: what hurts is found, the rest let be."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simpul.casework.rules.wording import Wording, suggestions
from simpul.reference.models import Wording as Entry
from simpul.reference.tables.reading import DATA, entries_of
from simpul.reference.tables.topics import TOPICS

GOLDEN = Path(__file__).with_name("respectful_words.csv")
TOPIC = next(topic for topic in TOPICS if topic.model is Entry)


def shipped() -> tuple[Wording, ...]:
    """Every word that holds today, read as the loader reads it."""
    return tuple(
        Wording(
            str(row["avoid"]), str(row["prefer"]), str(row["language"]), bool(row["innocent"]),
            str(row["spare"]), str(row["unless"]), str(row["note"]),
        )
        for row in entries_of(TOPIC)
        if row["valid_to"] is None
    )  # fmt: skip


TABLE = shipped()
SENTENCES = [
    (row["sentence"], tuple(filter(None, row["found"].split(";"))))
    for row in csv.DictReader(GOLDEN.open(encoding="utf-8", newline=""))
]

# The rows of the field's table (writing aid: avoid and prefer), word by word.
OF_THE_FIELD = """
cacat; penyandang cacat; orang normal; buta; tuli; budeg; bisu; gagu; lumpuh; pincang; cebol; idiot;
debil; dungu; terbelakang; autis; gila; sinting; sakit jiwa; stres; pasien ayan; menderita; penderita
HIV; pengidap AIDS; positif; kecanduan; pecandu; junkie; pelacur; PSK; WTS; tuna susila; gembel;
gelandangan; pengemis; anak haram; anak di luar nikah; anak nakal; penjahat cilik; anak jalanan; anak
panti; yatim; anak broken home; janda; janda muda; perawan tua; korban; mengaku-ngaku; sengaja memancing;
pakaian minim; melayani suami; aib keluarga; cinta suka sama suka; orang miskin; gakin; rakyat kecil;
malas; tidak mau usaha; bodoh; tidak sekolah; bandel; tidak kooperatif; menolak; membangkang;
manipulatif; bohong; ngeyel; cerewet; gagal; kasus berat; kasus si; objek bantuan; dibantu; penyandang
masalah; PMKS; pasung; kurung; jompo; uzur; pikun; napi; mantan napi; residivis; preman; sampah
masyarakat; TKI ilegal; primitif; suku terasing; banci; waria; bencong; menyimpang; kafir; aliran sesat;
pribumi; non-pribumi; pengungsi; terjangkit; suspek; kelayan; pasien; oknum; histeris; lebay; pasti;
jelas-jelas; selalu; tidak pernah
"""


@pytest.mark.parametrize(("sentence", "found"), SENTENCES)
def test_sentence(sentence: str, found: tuple[str, ...]) -> None:
    assert tuple(hit.found for hit in suggestions(sentence, TABLE)) == found


def test_golden_sentences_cover_what_hurts_and_what_does_not() -> None:
    hurting = sum(1 for _sentence, found in SENTENCES if found)
    assert hurting >= 45
    assert len(SENTENCES) - hurting >= 40


@pytest.mark.parametrize("word", [" ".join(word.split()) for word in OF_THE_FIELD.split(";")])
def test_table_of_the_field_is_whole(word: str) -> None:
    assert any(row.avoid == word and row.language == "id" for row in TABLE)
    assert suggestions(f"{word}", TABLE)


@pytest.mark.parametrize("topic", ["diagnosis", "certainty", "character", "appearance", "passive blame"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_extra_rules_are_data_in_both_languages(topic: str, language: str) -> None:
    rows = [row for row in entries_of(TOPIC) if row["topic"] == topic and row["language"] == language]
    assert len(rows) >= 3
    assert all(row["unless"] == "professional" for row in rows) == (topic == "diagnosis")


@pytest.mark.parametrize(
    ("sentence", "planted"),
    [
        ("Ayah klien gagal ginjal sejak 2024.", {"spare": ""}),
        ("Ia tidak gila.", {"innocent": False}),
        ("Menurut dr. Rina Wulandari (12 Mei 2026) klien mengalami depresi.", {"unless": ""}),
    ],
)
def test_each_mercy_is_needed(sentence: str, planted: dict[str, Any]) -> None:
    """Planted: a table without the mercy flags the innocent sentence."""
    assert not suggestions(sentence, TABLE)
    assert suggestions(sentence, [replace(row, **planted) for row in TABLE])


def test_file_is_where_the_loader_reads() -> None:
    assert TOPIC.path.parent == DATA
