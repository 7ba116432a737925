"""What holds for every pair of persons, whatever they are called."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.engines.linkage import LikenessLevel, PersonFacts, SimpleMatcher, shadow_of
from simpul.engines.linkage.sounds import sounds

MATCHER = SimpleMatcher()
WORDS = st.sampled_from(
    [
        "Siti",
        "Nur",
        "Muhammad",
        "Slamet",
        "Sutrisno",
        "Hj.",
        "Dr.",
        "Aminah",
        "Noerhayati",
        "bin",
        "Wayan",
        "Tjipto",
        "Rahman",
        "Abd.",
        "M.",
        "S.Pd,",
    ]
)
NAMES = st.one_of(st.lists(WORDS, max_size=5).map(" ".join), st.text(max_size=40))
PERSONS = st.builds(
    PersonFacts,
    name=NAMES,
    call_name=NAMES,
    sex=st.sampled_from(["", "m", "f"]),
    birth_date=st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2026, 1, 1))),
    birth_precision=st.sampled_from(["day", "month", "year", "estimated"]),
    mother=NAMES,
    numbers=st.dictionaries(st.sampled_from(["nik", "kk"]), st.sampled_from(["", "1", "2"])),
    village=st.sampled_from(["", "35.73.01.1001", "35.73.01.1002"]),
)


@settings(max_examples=150, deadline=None)
@given(PERSONS, PERSONS)
def test_likeness_is_the_same_both_ways(one: PersonFacts, other: PersonFacts) -> None:
    there, back = MATCHER.compare(one, other), MATCHER.compare(other, one)
    assert abs(there.score - back.score) <= 1
    assert there.twins == back.twins


@settings(max_examples=150, deadline=None)
@given(PERSONS, PERSONS)
def test_likely_twins_are_never_strong(one: PersonFacts, other: PersonFacts) -> None:
    found = MATCHER.compare(one, other)
    assert not (found.twins and found.level is LikenessLevel.STRONG)
    assert 0 <= found.score <= 100


@settings(max_examples=150, deadline=None)
@given(NAMES)
def test_a_name_with_a_letter_keeps_something_to_compare(name: str) -> None:
    shadow = shadow_of(name)
    if any(letter.isascii() and letter.isalnum() for letter in name.partition(",")[0]):
        assert shadow.tokens
    assert shadow_of(" ".join(shadow.tokens)).joined is not None


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=15))
def test_a_word_sounds_like_itself_and_keys_stay_short(word: str) -> None:
    assert sounds(word) & sounds(word) or word.strip("h") == ""
    assert all(len(key) <= 32 for key in MATCHER.keys(PersonFacts(name=word, village="35.73.01.1001")))
