"""What codes, names and tables say; pure."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.reference.rules.boundaries import read_outlines
from simpul.reference.rules.region_diff import RegionFacts, compare, facts_of, in_scope
from simpul.reference.rules.region_table import orphans, read_table
from simpul.reference.rules.regions import asked_words, folded, successor_guess, title_of
from simpul.reference.tables.reading import title_rules


@pytest.mark.parametrize(
    ("code", "title", "short"),
    [
        ("35", "provinsi", "Prov."),
        ("35.23", "kabupaten", "Kab."),
        ("35.78", "kota", "Kota"),
        ("31.71", "kota administrasi", "Kota Adm."),
        ("35.23.01", "kecamatan", "Kec."),
        ("34.71.01", "kemantren", "Kemantren"),
        ("34.02.01", "kapanewon", "Kapanewon"),
        ("94.01.01", "distrik", "Distrik"),
        ("35.23.01.1001", "kelurahan", "Kel."),
        ("35.23.01.2001", "desa", "Desa"),
        ("91.03.01.3001", "desa adat", "Desa Adat"),
        ("11.01.01.2001", "gampong", "Gampong"),
        ("13.04.01.2001", "nagari", "Nagari"),
        ("13.09.01.2001", "desa", "Desa"),
        ("18.06.01.2001", "pekon", "Pekon"),
        ("18.01.01.2001", "desa", "Desa"),
        ("34.02.01.2001", "kalurahan", "Kalurahan"),
    ],
)
def test_regions_are_called_as_people_call_them(code: str, title: str, short: str) -> None:
    found = title_of(code, title_rules())
    assert (found.full, found.short) == (title, short)


def test_old_spelling_accents_and_doubled_letters_fold_together() -> None:
    assert folded("Soekaredjo") == folded("Sukarejo")
    assert folded("Tjipto") == folded("Cipto")
    assert folded("Pulo Ié") == folded("pulo ie")
    assert asked_words("  Kec. Jenu,  JATIM ") == ("jenu", "jawa", "timur")
    assert asked_words("desa") == ("desa",), "a title alone is still looked for"


@given(st.text(max_size=60))
def test_any_typed_text_folds_to_plain_words(typed: str) -> None:
    assert all(word.isascii() and word.isalnum() for word in asked_words(typed))


GOOD = "code,name,lat,lng\n35,Jawa Timur,-7.7,112.7\n35.01,Kabupaten Pacitan,,\n"

FAULTY = [
    ("name,lat\nX,1", 1, "code"),
    ("code,name\n35.1,Kabupaten X\n", 2, "is not a region code"),
    ("code,name\n35,Jawa Timur\n35,Jawa Timur\n", 3, "already in row 2"),
    ("code,name\n35,\n", 2, "is empty"),
    ("code,name\n35,<script>alert(1)</script>\n", 2, "signs that no name has"),
    ("code,name,lat,lng\n35,Jawa Timur,-7.7,abc\n", 2, "not numbers"),
    ("code,name,lat,lng\n35,Jawa Timur,112.7,-7.7\n", 2, "swapped"),
    ("code,name,lat,lng\n35,Jawa Timur,48.1,11.5\n", 2, "outside Indonesia"),
    ("code,name,lat,lng\n35,Jawa Timur,nan,nan\n", 2, "outside Indonesia"),
    ("code,name,lat,lng\n35,Jawa Timur,-7.7,\n", 2, "not numbers"),
    ("code,name\n35,Jawa,Timur\n", 2, "more cells"),
    ("code,name,postcode\n35,Jawa Timur,6919\n", 2, "five digits"),
    ("code,name,population\n35,Jawa Timur,-4\n", 2, "whole number"),
    ("code,name,predecessor\n35,Jawa Timur,Jatim\n", 2, "predecessor"),
    ('code,name\n35,"Jawa Timur\n', 2, "not a clean CSV"),
    ("code,name\n", 0, "holds no rows"),
    ("", 1, "code"),
]


@pytest.mark.parametrize(("text", "row", "words"), FAULTY)
def test_bad_row_is_named_with_its_remedy(text: str, row: int, words: str) -> None:
    table = read_table(text)
    assert [(fault.row, words in str(fault.text)) for fault in table.faults] == [(row, True)]


def test_good_table_has_no_faults_and_keeps_row_numbers() -> None:
    table = read_table(GOOD)
    assert table.faults == () and [row.row for row in table.rows] == [2, 3]


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_but_never_breaks(text: str) -> None:
    table = read_table("code,name\n" + text)
    assert table.rows or table.faults


def test_row_without_a_region_above_is_an_orphan() -> None:
    rows = read_table("code,name\n35.23.01,Kenduruan\n").rows
    assert [fault.row for fault in orphans(rows, known=set())] == [2]
    assert orphans(rows, known={"35.23"}) == []


def facts(text: str) -> dict[str, RegionFacts]:
    return facts_of(read_table("code,name,predecessor\n" + text).rows, {}, title_rules())


OLD = "35,Jawa Timur,\n35.01,Kabupaten Lama,\n35.01.01,Utara,\n35.01.02,Selatan,\n51,Bali,\n"


def test_diff_tells_new_renamed_and_gone_apart() -> None:
    new = "35,Jawa Timur,\n35.01,Kabupaten Baru,\n35.01.01,Utara,\n35.01.03,Selatan,\n"
    diff = compare(facts(new), facts(OLD), read_table("code,name,predecessor\n" + new).rows)
    assert [fact.code for fact in diff.added] == ["35.01.03"]
    assert [(item.code, item.old, item.new) for item in diff.renamed] == [("35.01", "Lama", "Baru")]
    assert [(item.code, item.successors, item.stated) for item in diff.vanished] == [
        ("35.01.02", ("35.01.03",), False)
    ], "Bali is not spoken of by a table of one province; the same name nearby is a new number"
    assert diff.refreshed == ("35.01.01",), "its path names the regency, which has a new name"


def test_a_split_is_told_by_the_table_itself() -> None:
    new = (
        "35,Jawa Timur,\n35.01,Kabupaten Lama,\n35.01.01,Utara,\n"
        "35.01.04,Tenggara,35.01.02\n35.01.05,Barat Daya,35.01.02\n"
    )
    diff = compare(facts(new), facts(OLD), read_table("code,name,predecessor\n" + new).rows)
    assert [(item.successors, item.stated) for item in diff.vanished] == [(("35.01.04", "35.01.05"), True)]


def test_a_list_of_provinces_declares_nothing_below_them_gone() -> None:
    assert in_scope(facts(OLD), facts("35,Jawa Timur,\n51,Bali,\n")) == set()


def test_successor_is_not_guessed_when_two_would_do() -> None:
    added = {"35.01.07": "Selatan", "35.01.08": "Selatan"}
    assert successor_guess({"35.01.02": "Selatan"}, added) == {}


SQUARE = [[[112.0, -7.0], [112.1, -7.0], [112.1, -6.9], [112.0, -7.0]]]


def feature(code: str = "35", coordinates: object = SQUARE, kind: str = "Polygon") -> dict[str, object]:
    return {"properties": {"code": code}, "geometry": {"type": kind, "coordinates": coordinates}}


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not a GeoJSON"),
        ("[]", "not a GeoJSON"),
        ('{"features": 3}', "not a GeoJSON"),
        ("[" * 100_000, "not a GeoJSON"),
        (collection("x"), "not a GeoJSON feature"),
        (collection(feature(code="")), "names no region code"),
        (collection(feature(code="51")), "is not loaded"),
        (collection(feature(), feature()), "two outlines"),
        (collection(feature(kind="Point", coordinates=[1, 2])), "must be a Polygon"),
        (collection(feature(coordinates=[])), "is empty"),
        (collection(feature(coordinates=[[[112, -7], [112, "x"], [1, 2], [112, -7]]])), "cannot be read"),
        (collection(feature(coordinates=[SQUARE[0][:-1]])), "not closed"),
        (collection(feature(coordinates=[[[b, a] for a, b in SQUARE[0]]])), "longitude first"),
        (collection(feature(coordinates=[[[11.5, 48.1]] * 4])), "outside Indonesia"),
    ],
)
def test_bad_outline_is_refused_with_its_remedy(text: str, words: str) -> None:
    _outlines, faults = read_outlines(text, known={"35"})
    assert any(words in str(fault.text) for fault in faults), [str(fault.text) for fault in faults]


def test_good_outline_carries_its_box() -> None:
    (outline,), faults = read_outlines(collection(feature()), known={"35"})
    assert faults == () and (outline.west, outline.south, outline.east, outline.north) == (
        112,
        -7,
        112.1,
        -6.9,
    )
