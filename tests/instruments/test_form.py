# ruff: noqa: E501
"""What a form says about answers: relevance, requirement, kinds, constraints, repeats, scores."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simpul.instruments.errors import FormFault
from simpul.instruments.rules import Form, compile_workbook, pack_starter
from simpul.kernel.text import Text
from tests.factories.instruments import make_form

DAY = date(2026, 11, 23)
FAMILY = """
type           | name       | label   | relevant      | required | constraint        | constraint_message | calculation
text           | head       | Kepala  |               | yes      |                   |                    |
begin_repeat   | members    | Anggota |               |          |                   |                    |
text           | name       | Nama    |               | yes      |                   |                    |
integer        | age        | Usia    |               |          | . >= 0 and . < 126| Usia 0 sampai 125. |
text           | school     | Sekolah | ${age} < 18   |          |                   |                    |
calculate      | adult      |         |               |          |                   |                    | if(${age} >= 18, 1, 0)
calculate      | running    |         |               |          |                   |                    | coalesce(indexed-repeat(${running}, ${members}, position(..) - 1), 0) + coalesce(${age}, 0)
end_repeat     |            |         |               |          |                   |                    |
calculate      | score_size |         |               |          |                   |                    | count(${members})
calculate      | score_adults |       |               |          |                   |                    | sum(${adult})
calculate      | suggested_help |     |               |          |                   |                    | if(${score_adults} = 0, 'segera', 'biasa')
"""


@pytest.fixture(scope="module")
def family() -> Form:
    return make_form(FAMILY)


def test_reference_in_a_repeat_means_the_same_instance(family: Form) -> None:
    state = family.evaluate({"head": "A", "members": [{"name": "B", "age": 40}, {"name": "C", "age": 9}]})
    assert state.nodes["members.0.school"].relevant is False
    assert state.nodes["members.1.school"].relevant is True


def test_reference_from_outside_means_all_instances(family: Form) -> None:
    state = family.evaluate({"head": "A", "members": [{"name": "B", "age": 40}, {"name": "C", "age": 9}]})
    assert state.scores == {"score_size": 2, "score_adults": 1, "suggested_help": "biasa"}


def test_indexed_repeat_sees_the_instance_before(family: Form) -> None:
    ages = [3, 4, 5]
    state = family.evaluate({"head": "A", "members": [{"name": "B", "age": age} for age in ages]})
    assert [member["running"] for member in state.answers["members"]] == ["3", "7", "12"]


def test_irrelevant_answer_is_dropped_but_kept_in_the_draft(family: Form) -> None:
    typed = {"head": "A", "members": [{"name": "B", "age": 40, "school": "SD"}]}
    state = family.evaluate(typed)
    assert "school" not in state.answers["members"][0]
    assert state.draft["members"][0]["school"] == "SD"


def test_required_and_constraint_are_told_by_place(family: Form) -> None:
    state = family.evaluate({"members": [{"age": 200}]})
    assert set(state.errors) == {"head", "members.0.name", "members.0.age"}
    assert state.errors["members.0.age"].say("id") == "Usia 0 sampai 125."  # type: ignore[union-attr]
    assert isinstance(state.errors["head"], Text)


def test_constraint_is_not_asked_of_an_empty_answer(family: Form) -> None:
    assert "members.0.age" not in family.evaluate({"head": "A", "members": [{"name": "B"}]}).errors


def test_more_than_200_instances_are_refused_with_a_sentence(family: Form) -> None:
    state = family.evaluate({"head": "A", "members": [{"name": "B"}] * 201})
    assert "members" in state.errors
    assert len(state.answers["members"]) == 200


def test_misshapen_answers_count_as_none(family: Form) -> None:
    for strange in ({"members": "x"}, {"members": {"0": 1}}, {"head": {"a": 1}}, {"members": [1, None, "x"]}):
        assert "head" in family.evaluate(strange).errors


KINDS = """
type              | name | label | constraint   | parameters
integer           | i    | I     |              |
decimal           | d    | D     |              |
date              | t    | T     | . <= today() |
time              | w    | W     |              |
select_one yn     | s    | S     |              |
select_multiple yn| m    | M     |              |
geopoint          | g    | G     |              |
range             | r    | R     |              | start=0 end=5 step=0.5
acknowledge       | k    | K     |              |
"""


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("i", ["0", "-5", 12], ["1.5", "1e3", "lima", "99999999999", "٣"]),
        ("d", ["2.5", "-1", 3], ["2,5", "NaN", "Infinity", "1e9"]),
        ("t", ["2026-11-23", "2024-02-29"], ["2026-11-24", "2026-02-30", "23/11/2026", "20261123"]),
        ("w", ["14:30", "07:05:00"], ["25:00", "pagi"]),
        ("s", ["yes", "no"], ["maybe", "yes no"]),
        ("m", ["yes", "yes no", ["no"]], ["yes maybe"]),
        ("g", ["-7.98 112.63", "-7.98 112.63 440 5"], ["112.63", "-97 112", "a b"]),
        ("r", ["0", "2.5", "5"], ["5.5", "0.3", "x"]),
        ("k", ["OK"], ["ya"]),
    ],
)
def test_kinds(name: str, good: list[object], bad: list[object]) -> None:
    form = make_form(KINDS)
    assert [one for one in good if form.evaluate({name: one}, day=DAY).errors] == []
    assert [one for one in bad if not form.evaluate({name: one}, day=DAY).errors] == []


def test_sum_over_an_empty_answer_is_no_number_as_in_odk() -> None:
    form = make_form(
        "type | name | label | calculation\nbegin_repeat | r | R |\ninteger | n | N |\nend_repeat | | |\n"
        "calculate | total | | sum(${n})"
    )
    assert "total" not in form.evaluate({"r": [{"n": 1}, {}]}).answers
    assert form.evaluate({"r": [{"n": 1}, {"n": 2}]}).answers["total"] == "3"


def test_irrelevant_answers_are_in_no_nodeset() -> None:
    form = make_form(
        "type | name | label | relevant | calculation\nselect_one yn | ask | A | |\n"
        "begin_group | g | G | ${ask} = 'yes' |\ninteger | n | N | |\nend_group | | | |\n"
        "calculate | seen | | | coalesce(${n}, 'none')\ncalculate | many | | | count(${n})"
    )
    state = form.evaluate({"ask": "no", "g": {"n": 5}})
    assert (state.answers["seen"], state.answers["many"]) == ("none", "0")
    assert form.evaluate({"ask": "yes", "g": {"n": 5}}).answers["seen"] == "5"


def test_once_keeps_what_was_computed_first() -> None:
    form = make_form("type | name | label | calculation\ntext | q | Q |\ncalculate | c | | once(${q})")
    first = form.evaluate({"q": "satu"}).answers
    assert form.evaluate({**first, "q": "dua"}).answers["c"] == "satu"


def test_repeat_count_decides_how_many() -> None:
    form = make_form(
        "type | name | label | repeat_count\ninteger | n | N |\nbegin_repeat | r | R | ${n}\n"
        "text | t | T |\nend_repeat | | |"
    )
    assert len(form.evaluate({"n": 3, "r": [{"t": "a"}]}).answers["r"]) == 3
    assert len(form.evaluate({"n": 100_000}).answers["r"]) == 200


def test_choice_filter_offers_and_checks() -> None:
    form = make_form(
        "type | name | label | choice_filter\nselect_one a | x | X |\nselect_one b | y | Y | up = ${x}",
        "list_name | name | label | up\na | p | P |\na | q | Q |\nb | p1 | P1 | p\nb | q1 | Q1 | q",
    )
    state = form.evaluate({"x": "p", "y": "q1"})
    assert [choice.name for choice in state.nodes["y"].choices] == ["p1"]
    assert "y" in state.errors


def test_label_mentions_answers() -> None:
    form = make_form("type | name | label\ntext | n | Nama\nnote | hi | Halo ${n}")
    state = form.evaluate({"n": "Sri"})
    assert state.label(state.nodes["hi"], "id") == "Halo Sri"


def test_start_has_defaults_and_one_instance() -> None:
    form = make_form(
        "type | name | label | default\ntext | a | A | x\ndate | d | D | today()\nbegin_repeat | r | R |\n"
        "integer | n | N | 2\nend_repeat | | |"
    )
    assert form.start(day=DAY) == {"a": "x", "d": "2026-11-23", "r": [{"n": "2"}]}
    assert form.instance(("r",)) == {"n": "2"}


def test_photo_is_never_required_on_the_web() -> None:
    form = make_form("type | name | label | required\nimage | p | Foto | yes\ntext | t | T |")
    assert form.evaluate({}).valid


@pytest.mark.parametrize(
    ("survey", "row", "says"),
    [
        ("type | name | label | relevant\ntext | a | A |\ntext | b | B | fooo(${a})", 3, "fooo()"),
        ("type | name | label | relevant\ntext | a | A |\n\ntext | b | B | ${a} = (", 3, "stops too early"),
        ("type | name | label | relevant\ntext | a | A | ${b} = 1\ntext | b | B | ${a} = 1", 3, "circle"),
        ("type | name | label | calculation\ncalculate | a | | ${a} + 1\ntext | t | T |", 2, "circle"),
        ("type | name | label\ntext | a | A\ngeotrace | g | G", 3, "geotrace"),
        ("type | name | label | simpul::voice\ntext | a | A | loud", 2, "loud"),
        (
            "type | name | label | appearance\nbegin_group | g | G | field-list\nbegin_repeat | r | R |\ntext | t | T |\nend_repeat | | |\nend_group | | |",
            3,
            "phone app",
        ),
        ("type | name | label | constraint\ntext | a | A | regex(., '(x+)+y')", 2, "pattern"),
        ("type | name | label | relevant\ntext | a | A | ../../../zz = 1", 2, "leads nowhere"),
    ],
)
def test_fault_in_a_form_names_its_row(survey: str, row: int, says: str) -> None:
    with pytest.raises(FormFault) as caught:
        make_form(survey)
    assert caught.value.row == row
    assert says in str(caught.value)


def test_what_pyxform_refuses_is_told_as_a_form_fault() -> None:
    with pytest.raises(FormFault, match="nope"):
        make_form("type | name | label\nselect_one nope | a | A")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"type,name\n", b"\xd0\xcf\x11\xe0" * 100])
def test_file_that_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(FormFault):
        compile_workbook(content)


def test_bomb_is_refused_before_unpacking() -> None:
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for needed in ("[Content_Types].xml", "xl/workbook.xml"):
            archive.writestr(needed, b"<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 80_000_000)
    with pytest.raises(FormFault, match="unpacks"):
        compile_workbook(packed.getvalue())


def test_long_chain_of_formulas_needs_no_deep_stack() -> None:
    rows = ["type | name | label | calculation", "text | t | T |"]
    rows += [f"calculate | c{n} | | coalesce(${{c{n + 1}}}, 0) + 1" for n in range(900)]
    rows.append("calculate | c900 | | 1")
    assert make_form("\n".join(rows)).evaluate({}).answers["c0"] == "901"


LEAF = st.one_of(
    st.none(), st.text(max_size=12), st.integers(-5, 200), st.booleans(), st.floats(), st.sampled_from(["yes", "no", "2026-11-23"]),
    st.lists(st.sampled_from(["yes", "no", "x"]), max_size=3),
)  # fmt: skip
ANSWERS = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.dictionaries(
            st.sampled_from(["head", "members", "name", "age", "school", "zz"]), inner, max_size=4
        ),
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from(["head", "members", "zz"]), ANSWERS, max_size=3))
def test_any_answers_evaluate_deterministically_and_settle(family: Form, answers: dict[str, object]) -> None:
    first = family.evaluate(answers, day=DAY)
    assert family.evaluate(answers, day=DAY).answers == first.answers
    again = family.evaluate(first.answers, day=DAY)
    assert again.answers == first.answers
    assert json.loads(json.dumps(first.answers)) == first.answers
    assert family.evaluate(first.draft, day=DAY).answers == first.answers


SAFETY = Form.read(compile_workbook(pack_starter("safety")).source)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_safety_level_never_falls_when_danger_is_added(data: st.DataObject) -> None:
    """One more danger may raise the suggested level, never lower it."""
    order = ["rendah", "sedang", "tinggi", "segera"]
    facts = {
        "perpetrator_access": ["no", "knows_place", "can_reach", "lives_with"],
        "weapon": ["no", "yes"], "threat_to_kill": ["no", "yes"], "choked": ["no", "yes"],
        "escalation": ["no", "yes"], "immediate_danger": ["no", "yes"],
    }  # fmt: skip
    mild = {name: data.draw(st.sampled_from(values), label=name) for name, values in facts.items()}
    worse_name = data.draw(st.sampled_from(sorted(facts)))
    values = facts[worse_name]
    worse = {**mild, worse_name: values[min(values.index(mild[worse_name]) + 1, len(values) - 1)]}
    levels = [_level(SAFETY, one) for one in (mild, worse)]
    assert order.index(levels[1]) >= order.index(levels[0])


def _level(form: Form, now: dict[str, str]) -> str:
    answers = {
        "now": now, "self_harm": {"suicide": "none"},
        "people": {"children_under6": 0, "children_older": 0, "vulnerable": ["none"], "can_call": "yes", "safe_tonight": "yes"},
    }  # fmt: skip
    return str(form.evaluate(answers).scores["suggested_level"])
