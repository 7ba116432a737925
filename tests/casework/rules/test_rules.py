"""Pure decisions: stages, risk, scaling, dates, words."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.casework import choices
from simpul.casework.rules import goal_scaling, risk, wording
from simpul.casework.rules.stages import BACK, FORWARD, ORDER, CaseFacts, Stage, missing

WHOLE = CaseFacts(
    source_recorded=True, screened=True, identity_settled=True, consent_explained=True, has_worker=True,
    risk_rated=True, assessment_submitted=True, client_view_recorded=True, conference_held=True, goals=1,
    plan_agreed=True, plan_approved=True, contacts_since_plan=1, risk_rated_since_plan=True, reviewed=True,
    closure_written=True, aftercare_planned=True,
)  # fmt: skip
SPOILT = {
    "access": {"source_recorded": False, "screened": False},
    "intake": {
        "identity_settled": False,
        "consent_explained": False,
        "has_worker": False,
        "risk_rated": False,
    },
    "assessment": {"assessment_submitted": False, "client_view_recorded": False, "domains_open": ("social",)},
    "conference": {"conference_held": False, "decisions_without_owner": 2},
    "plan": {"goals": 0, "goals_incomplete": 1, "plan_agreed": False, "plan_approved": False},
    "intervention": {"contacts_since_plan": 0},
    "review": {"goals_unscaled": 1, "risk_rated_since_plan": False, "reviewed": False},
    "termination": {"closure_written": False, "aftercare_planned": False},
    "aftercare": {"aftercare_open": 1},
}
EACH = [(stage, name, value) for stage, facts in SPOILT.items() for name, value in facts.items()]


def test_codes_of_rules_and_choices_are_the_same() -> None:
    assert [one.value for one in Stage] == choices.Stage.values
    assert [one.value for one in risk.Risk] == choices.Risk.values


@pytest.mark.parametrize("stage", SPOILT)
def test_whole_case_lacks_nothing(stage: str) -> None:
    assert missing(stage, WHOLE) == ()


@pytest.mark.parametrize(("stage", "name", "value"), EACH)
def test_each_lacking_fact_alone_holds_its_stage(stage: str, name: str, value: object) -> None:
    found = missing(stage, replace(WHOLE, **{name: value}))
    assert len(found) == 1
    assert str(found[0].text)
    assert found[0].act


def test_skipped_conference_asks_for_nothing() -> None:
    assert missing("conference", CaseFacts(conference_skipped=True)) == ()


def test_every_fact_is_looked_at_by_some_guard() -> None:
    looked_at = {name for facts in SPOILT.values() for name in facts} | {"conference_skipped"}
    assert {field.name for field in fields(CaseFacts)} == looked_at


def test_table_leads_from_every_stage_to_the_end_and_backs_stay_open() -> None:
    reached, todo = set(), [Stage.ACCESS]
    while todo:
        stage = todo.pop()
        if stage not in reached:
            reached.add(stage)
            todo += FORWARD[stage]
    assert reached == set(ORDER)
    for stage, backs in BACK.items():
        assert all(ORDER.index(back) < ORDER.index(stage) for back in backs)


@given(
    st.dictionaries(st.sampled_from(list(risk.SCREEN)), st.sampled_from(["yes", "no", "unknown"])), st.data()
)
def test_more_danger_never_lowers_the_suggestion(answers: dict[str, str], data: st.DataObject) -> None:
    worse = {**answers, data.draw(st.sampled_from(list(risk.SCREEN))): "yes"}
    assert risk.RANK[risk.suggested(worse)] <= risk.RANK[risk.suggested(answers)]


@given(st.sets(st.sampled_from(list(risk.FACTORS))), st.sampled_from(list(risk.FACTORS)))
def test_more_factors_never_lower_the_weight(factors: set[str], further: str) -> None:
    assert risk.RANK[risk.weighed(factors | {further})] <= risk.RANK[risk.weighed(factors)]


def test_working_days_pass_over_weekend_and_holiday() -> None:
    friday = datetime(2026, 11, 20, 9, tzinfo=UTC)
    due = risk.due(risk.Target(3, "working_days"), friday, UTC, {date(2026, 11, 24)})
    assert due.date() == date(2026, 11, 26)


@given(st.lists(st.integers(-2, 2), min_size=1, max_size=8))
def test_attainment_rises_with_each_step(scores: list[int]) -> None:
    figure = goal_scaling.attainment(scores)
    raised = [score + 1 for score in scores]
    higher = goal_scaling.attainment(raised)
    assert figure is not None
    assert higher is not None
    assert higher > figure
    assert goal_scaling.attainment([0] * len(scores)) == 50.0


def test_goal_is_described_when_hope_and_neighbours_are() -> None:
    assert goal_scaling.described({"-1": "5 hari", "0": "20 hari", "1": "22 hari"})
    assert not goal_scaling.described({"0": "20 hari"})


ROWS = [
    wording.Wording("cacat", "penyandang disabilitas"),
    wording.Wording("gila", "ODGJ", innocent=True),
    wording.Wording("anak nakal", "anak berkonflik dengan hukum"),
    wording.Wording("crippled", "disabled", "en"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anaknya cacat.", ["cacat"]),
        ("CACATNYA sejak lahir", ["CACATNYA"]),
        ("Ia dicacatkan tetangga", ["dicacatkan"]),
        ("anak  nakal itu", ["anak  nakal"]),
        ('Kata ibu: "anak cacat"', []),
        ("Kata ibu: 'dasar gila'", []),
        ("“cacat” kata tetangga, tetapi ia gila", ["gila"]),
        ("Pergilah ke kantor", []),
        ("mencatat kegilaannya", ["kegilaannya"]),
        ("Don't say crippled, it's wrong", ["crippled"]),
        ("", []),
    ],
)
def test_words_are_found_whole_with_affixes_outside_quotes(text: str, found: list[str]) -> None:
    hits = wording.suggestions(text, ROWS)
    assert [hit.found for hit in hits] == found
    assert all(text[hit.start : hit.end] == hit.found for hit in hits)


@given(st.text(max_size=300))
def test_any_text_can_be_looked_over(text: str) -> None:
    hits = wording.suggestions(text, ROWS)
    assert all(first.end <= second.start for first, second in pairwise(hits))
