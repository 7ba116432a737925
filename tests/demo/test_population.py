"""The made-up people: repeatable, plausible, faulty in known places, never to be taken for real ones."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.config.demo.population import Household, Member, Village, households, read_villages
from simpul.config.demo.population.chance import Chance
from simpul.config.demo.population.dirt import other_day, spelled_otherwise
from simpul.config.demo.population.names import name_of
from tests.reference.shared_data import shared_file

VILLAGES = read_villages()


@pytest.fixture(scope="module")
def people() -> list[Household]:
    return list(households(7, 6000, VILLAGES))


def members(people: list[Household], *, copies: bool = False) -> list[Member]:
    return [member for household in people for member in household.members if copies or not member.copy]


def age(member: Member) -> int:
    return 2026 - member.birth_date.year


def test_same_seed_gives_the_same_people_and_another_seed_others() -> None:
    first = list(households(1, 50, VILLAGES))
    assert first == list(households(1, 50, VILLAGES))
    assert first != list(households(2, 50, VILLAGES))


def test_more_households_do_not_change_the_first_ones() -> None:
    assert list(households(1, 30, VILLAGES)) == list(households(1, 90, VILLAGES))[:30]


@settings(max_examples=30, deadline=None)
@given(st.integers(), st.integers(min_value=1, max_value=60))
def test_every_number_is_well_formed_and_marked_as_made_up(seed: int, count: int) -> None:
    for household in households(seed, count, VILLAGES):
        assert len(household.kk) == 16 and household.kk.isdigit() and household.kk[12] == "9"
        assert household.members[0].relation == "head"
        for member in household.members:
            assert bool(member.nik) != bool(member.nik_absent)
            if not member.nik or member.copy:
                continue
            assert len(member.nik) == 16 and 9000 <= int(member.nik[12:]) <= 9999
            day = int(member.nik[6:8]) - (40 if member.sex == "f" else 0)
            if not member.birth_year_only:
                assert (day, int(member.nik[8:10])) == (member.birth_date.day, member.birth_date.month)


def test_no_identity_number_is_given_to_two_people(people: list[Household]) -> None:
    numbers = Counter(member.nik for member in members(people) if member.nik)
    assert numbers.most_common(1)[0][1] == 1
    assert Counter(household.kk for household in people).most_common(1)[0][1] == 1


def test_sizes_ages_and_sexes_look_like_the_country(people: list[Household]) -> None:
    everybody = members(people)
    assert 3.5 < len(everybody) / len(people) < 3.9
    assert 0.21 < sum(age(member) < 15 for member in everybody) / len(everybody) < 0.28
    assert 0.09 < sum(age(member) >= 60 for member in everybody) / len(everybody) < 0.15
    men = sum(member.sex == "m" for member in everybody)
    assert 0.96 < men / (len(everybody) - men) < 1.07
    assert 0.08 < sum(household.female_headed for household in people) / len(people) < 0.2


def test_dirt_has_the_promised_amount_and_truth_labels(people: list[Household]) -> None:
    everybody = members(people, copies=True)
    copies = [member for member in everybody if member.copy]
    originals = {member.truth: member for member in everybody if not member.copy}
    assert 0.01 <= len(copies) / len(everybody) <= 0.02
    assert all(copy.truth in originals for copy in copies)
    assert len({copy.truth for copy in copies}) == len(copies), "nobody is written down a third time"
    same = [copy for copy in copies if copy.full_name == originals[copy.truth].full_name]
    assert 0 < len(same) < len(copies) / 2
    without = sum(not member.nik for member in members(people)) / len(members(people))
    assert 0.05 <= without <= 0.1
    assert 0.04 < sum(household.moved for household in people) / len(people) < 0.1


def test_twins_share_mother_and_day_but_not_the_number(people: list[Household]) -> None:
    pairs = [
        (one, other)
        for household in people
        for one, other in zip(household.members, household.members[1:], strict=False)
        if one.relation == other.relation == "child" and one.birth_date == other.birth_date
    ]
    assert len(pairs) > 20
    assert all(one.mother_name == other.mother_name for one, other in pairs)
    assert all(one.nik != other.nik for one, other in pairs if one.nik and other.nik)


def test_a_mother_in_the_house_is_old_enough(people: list[Household]) -> None:
    for household in people:
        by_name = {member.full_name: member for member in household.members if member.sex == "f"}
        for child in household.members:
            mother = by_name.get(child.mother_name)
            if child.relation == "child" and mother and mother.relation in {"head", "wife"}:
                assert 15 <= age(mother) - age(child) <= 48


def test_more_people_live_where_the_weight_is() -> None:
    heavy = Village("35.69.01.2001", "Berat", "D", "R", "P", None, None, 9000, False)
    light = Village("35.69.01.2002", "Ringan", "D", "R", "P", None, None, 1000, False)
    homes = Counter(household.village_code for household in households(3, 3000, [heavy, light]))
    assert 0.87 < homes[heavy.code] / 3000 < 0.93


def test_names_follow_culture_and_generation() -> None:
    chance = Chance(1)
    bali = [name_of(chance, "bali", "f", 2001, order=place).full for place in range(4)]
    assert [name.split()[0] for name in bali] == ["Ni"] * 4 and len(set(bali)) == 4
    assert name_of(chance, "batak", "m", 1990, clan="Siregar").full.endswith(" Siregar")
    old = [name_of(chance, "java", "m", 1950).full for _time in range(400)]
    young = [name_of(chance, "java", "m", 2010).full for _time in range(400)]
    assert sum(" " not in name for name in old) > 200, "single names are common among the old"
    assert sum(" " not in name for name in young) < 30
    assert not set(old) & set(young)


@given(
    st.integers(),
    st.sampled_from(["Muhammad Rizky", "Siti Aminah", "Slamet", "Sri Wahyuni", "Dwi", "I Made Arta"]),
)
def test_another_spelling_is_always_another(seed: int, name: str) -> None:
    assert spelled_otherwise(Chance(seed), name) != name


@given(st.integers(), st.dates())
def test_another_day_is_always_another(seed: int, born: object) -> None:
    assert other_day(Chance(seed), born) != born  # type: ignore[arg-type]


def test_without_doubles_everybody_is_written_once() -> None:
    found = [member for household in households(5, 400, VILLAGES, doubles=0) for member in household.members]
    assert len({member.truth for member in found}) == len(found)
    assert not any(member.copy for member in found)


def test_people_can_live_in_a_real_regency_too() -> None:
    villages = read_villages(shared_file("regions.csv.gz"), within="35.23")
    assert len(villages) == 328 and {village.regency for village in villages} == {"Tuban"}
    household = next(households(1, 1, villages))
    assert household.kk.startswith("3523") and household.village_code.startswith("35.23.")


def test_no_villages_is_said_at_once() -> None:
    with pytest.raises(ValueError, match="village"):
        next(households(1, 1, []))


def test_quick_enough_for_a_million() -> None:
    start = time.process_time()
    count = sum(len(household.members) for household in households(9, 3000, VILLAGES))
    assert count / (time.process_time() - start) > 10_000, "a third of what a quiet machine does"
