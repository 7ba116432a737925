"""Words as people type them, and what they are about."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.engines.matching import Ask, Matcher, Offer, Term
from simpul.engines.matching.words import distance, stem, stems_of

TABLE = Path(__file__).resolve().parents[2] / "reference" / "taxonomy-terms.csv"


def terms() -> list[Term]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            Term(
                row["code"],
                row["label_id"],
                tuple(phrase.strip() for phrase in row["words_id"].split(";") if phrase.strip()),
                tuple(row["answered_by"].split()),
            )
            for row in csv.DictReader(file)
            if row["kind"] != "area"
        ]


def one_of_each() -> Matcher:
    known = terms()
    return Matcher(
        [Offer(one.code, one.label, (one.code,), days_unchecked=1) for one in known if not one.answered_by],
        known,
    )


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return one_of_each()


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("penelantaran", "ditelantarkan"),
        ("keluarga", "keluarga"),
        ("dipukuli", "memukul"),
        ("bersekolah", "sekolah"),
        ("akte", "aktanya"),
        ("nggak", "belum"),
    ],
)
def test_forms_of_a_word_share_a_stem(word: str, same: str) -> None:
    assert stem(word) == stem(same)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("nenek saya sakit dan tinggal sendirian", "elderly-home-care"),
        ("suami suka memukul saya, takut pulang", "violence-protection"),
        ("anak tetangga lumpuh butuh kursi roda", "assistive-device"),
        ("saya tidak makan dari kemarin", "food-kitchen"),
        ("ktp hilang", "identity-card"),
        ("rumah kebakaran", "disaster-logistics"),
        ("anak ditangkap polisi karena mencuri", "child-justice-support"),
        ("mau cerai dengan suami", "family-consultation"),
        ("utang pinjol banyak", "savings-circle"),
        ("adik saya narkoba", "substance-rehabilitation"),
        ("saya ingin mati saja", "suicide-support"),
        ("suami meninggal, tidak ada biaya pemakaman", "burial-aid"),
        ("bayi dibuang di depan masjid", "foster-care"),
    ],
)
def test_plain_words_lead_to_the_service(matcher: Matcher, said: str, first: str) -> None:
    assert matcher.rank(Ask(words=said)).matches[0].offer.id == first


def test_two_difficulties_in_one_sentence_are_both_answered(matcher: Matcher) -> None:
    found = matcher.rank(Ask(words="anak putus sekolah tidak punya akta"), limit=4).matches
    assert {"school-return", "birth-certificate"} <= {match.offer.id for match in found}


@pytest.mark.parametrize("typed", ["putus seklah", "putus sekolh", "PUTUS SEKOLAH!!", "putuss sekolah"])
def test_mistyped_words_are_read_as_meant_and_told(matcher: Matcher, typed: str) -> None:
    answer = matcher.rank(Ask(words=typed))
    assert answer.matches[0].offer.id == "school-return"
    assert bool(answer.corrected) == (typed != "PUTUS SEKOLAH!!")


def test_sound_words_that_nobody_uses_here_are_left_alone(matcher: Matcher) -> None:
    assert matcher.rank(Ask(words="kemarin suka")).corrected == ()


def test_nothing_is_found_for_words_without_meaning(matcher: Matcher) -> None:
    assert matcher.rank(Ask(words="xyzzy qwrt 12345")).matches == ()
    assert matcher.rank(Ask()).matches == ()


def test_every_answer_of_the_taxonomy_is_a_service_of_it() -> None:
    known = terms()
    services = {one.code for one in known if not one.answered_by}
    assert [one.code for one in known if not set(one.answered_by) <= services] == []


def test_every_difficulty_is_heard_in_its_own_words(matcher: Matcher) -> None:
    deaf = [
        (one.code, phrase)
        for one in terms()
        if one.answered_by
        for phrase in (one.label, *one.phrases)
        if one.code not in {h.term.code for h in matcher.rank(Ask(words=phrase)).heard}
    ]
    assert deaf == []


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    assert all(stems_of(text)) or stems_of(text) == []


@given(st.text("abcde", max_size=8), st.text("abcde", max_size=8))
def test_distance_is_even_handed_and_bounded(first: str, second: str) -> None:
    found = distance(first, second)
    assert found == distance(second, first)
    assert abs(len(first) - len(second)) <= found <= max(len(first), len(second))
    assert (found == 0) == (first == second)
