# ruff: noqa: E501
"""A form being filled in: nothing typed is lost, pages turn, repeats grow, in two languages, without JavaScript."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simpul.instruments.rules import Form, compile_workbook, pack_starter, starter_names
from simpul.web.ui.instrument import InstrumentForm
from tests.factories.instruments import make_form

SURVEY = """
type              | name    | label::B (id)  | label::E (en) | relevant       | required | appearance | constraint | constraint_message::B (id) | constraint_message::E (en)
begin_group       | g1      | Satu           | One           |                |          | field-list |            |                |
select_one yn     | ask     | Ada anak?      | Children?     |                | yes      | quick      |            |                |
text              | why     | Mengapa?       | Why?          | ${ask} = 'no'  | yes      | multiline  |            |                |
select_multiple yn| many    | Mana?          | Which?        |                |          |            |            |                |
end_group         |         |                |               |                |          |            |            |                |
begin_repeat      | kids    | Anak           | Child         | ${ask} = 'yes' |          |            |            |                |
text              | name    | Nama           | Name          |                | yes      |            |            |                |
integer           | age     | Usia           | Age           |                |          |            | . < 18     | Di bawah 18.   | Below 18.
end_repeat        |         |                |               |                |          |            |            |                |
decimal           | rate    | Nilai          | Rate          |                |          |            |            |                |
note              | bye     | Terima kasih ${rate} | Thanks ${rate} |         |          |            |            |                |
"""
YN = "list_name | name | label::B (id) | label::E (en)\nyn | yes | Ya | Yes\nyn | no | Tidak | No"


@pytest.fixture(scope="module")
def form() -> Form:
    return make_form(SURVEY, YN, default_language="B (id)")


class Inputs(HTMLParser):
    """What a browser without JavaScript would send back."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.buttons: list[str] = []
        self.ids: list[str] = []
        self.area = self.select = ""
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids += [found["id"]] if "id" in found else []
        self.handlers += [name for name in found if name.startswith("on") or name == "style"]
        kind = found.get("type", "text")
        if tag == "input" and "name" in found and (kind not in {"radio", "checkbox"} or "checked" in found):
            self.sent.append((found["name"], found.get("value", "")))
        elif tag == "textarea":
            self.area = found["name"]
        elif tag == "select":
            self.select = found["name"]
        elif tag == "option" and "selected" in found:
            self.sent.append((self.select, found.get("value", "")))
        elif tag == "button":
            self.buttons.append(found.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self.area:
            self.sent.append((self.area, data.removeprefix("\n")))
            self.area = ""


def html(page: InstrumentForm) -> str:
    with translation.override(page.language):
        return render_to_string("ui/instrument/body.html", {"instrument": page})


def inputs(page: InstrumentForm) -> Inputs:
    found = Inputs()
    found.feed(html(page))
    return found


def send(form: Form, page: InstrumentForm, do: str, **typed: Any) -> InstrumentForm:
    """Fill in what is given over what the page holds, and press a button."""
    data = QueryDict(mutable=True)
    for name, value in inputs(page).sent:
        data.appendlist(name, value)
    for place, value in typed.items():
        name = "a." + place.replace("__", ".")
        data.setlist(name, value if isinstance(value, list) else [value])
    data["do"] = do
    return InstrumentForm(form, data, language=page.language)


def test_first_page_shows_only_what_is_relevant(form: Form) -> None:
    page = InstrumentForm(form, language="id")
    assert [part.label for part in page.parts[0].parts] == ["Ada anak?", "Mana?"]
    assert page.position == 1 and page.status == 200


def test_update_button_asks_again_without_turning_the_page(form: Form) -> None:
    page = send(form, InstrumentForm(form, language="en"), "refresh", g1__ask="no")
    assert [part.label for part in page.parts[0].parts] == ["Children?", "Why?", "Which?"]
    assert page.errors == ()


def test_next_stays_and_says_why_until_the_page_is_complete(form: Form) -> None:
    page = send(form, InstrumentForm(form, language="id"), "next", g1__ask="no")
    assert (page.position, page.status) == (1, 422)
    assert [row.path for row in page.errors] == ["g1.why"]
    shown = html(page)
    assert 'role="alert"' in shown and 'aria-invalid="true"' in shown
    page = send(form, page, "next", g1__why="karena")
    assert page.page.key == "rate"


def test_answers_of_other_pages_travel_along_and_a_slip_loses_nothing(form: Form) -> None:
    page = send(form, InstrumentForm(form, language="id"), "next", g1__ask="yes", g1__many=["yes", "no"])
    page = send(form, page, "next", kids__0__name="Ayu", kids__0__age="9")
    assert page.page.key == "rate"
    page = send(form, page, "back")
    page = send(form, page, "back", kids__0__name="Ayu Lestari")
    page = send(form, page, "refresh", g1__ask="no")
    assert page.state.answers.get("kids") is None
    page = send(form, page, "refresh", g1__ask="yes")
    assert page.state.answers == {
        "g1": {"ask": "yes", "many": ["yes", "no"]},
        "kids": [{"name": "Ayu Lestari", "age": 9}],
    }


def test_unticking_everything_clears_the_answer(form: Form) -> None:
    page = send(form, InstrumentForm(form, language="id"), "refresh", g1__many=["yes"])
    data = QueryDict(mutable=True)
    for name, value in inputs(page).sent:
        if name != "a.g1.many":
            data.appendlist(name, value)
    assert "many" not in InstrumentForm(form, data, language="id").answers.get("g1", {})


def test_instances_are_added_and_removed_by_buttons(form: Form) -> None:
    page = send(form, InstrumentForm(form, language="id"), "next", g1__ask="yes")
    page = send(form, page, "add:kids", kids__0__name="Ayu")
    page = send(form, page, "refresh", kids__1__name="Budi")
    assert [kid["name"] for kid in page.answers["kids"]] == ["Ayu", "Budi"]
    page = send(form, page, "remove:kids.0")
    assert [kid["name"] for kid in page.answers["kids"]] == ["Budi"]
    page = send(form, page, "remove:kids.0")
    assert "kids" not in page.answers
    assert "add:kids" in inputs(page).buttons


def test_save_turns_to_the_first_page_with_a_fault(form: Form) -> None:
    page = send(form, InstrumentForm(form, language="id"), "next", g1__ask="yes")
    page = send(form, page, "next", kids__0__name="Ayu")
    page = send(form, page, "save")
    assert page.wants_save and page.is_valid()
    kept = InstrumentForm(
        form, answers={"g1": {"ask": "yes"}, "kids": [{"name": "Ayu", "age": 40}]}, language="en"
    )
    page = send(form, kept, "save")
    assert not page.is_valid() and page.page.key == "kids"
    assert [row.message for row in page.errors] == ["Below 18."]


@pytest.mark.parametrize(
    ("language", "typed", "stored"),
    [("id", "1.250,5", "1250.5"), ("en", "1,250.5", "1250.5"), ("id", "2.5", "2.5")],
)
def test_numbers_are_typed_as_people_write_them(form: Form, language: str, typed: str, stored: str) -> None:
    start = InstrumentForm(form, answers={"g1": {"ask": "no", "why": "x"}}, language=language)
    page = send(form, send(form, start, "next"), "refresh", rate=typed)
    assert page.answers["rate"] == stored
    assert send(form, page, "refresh").answers["rate"] == stored


def test_button_of_the_enter_key_never_saves(form: Form) -> None:
    for page in (
        InstrumentForm(form, language="id"),
        InstrumentForm(form, answers={"g1": {"ask": "no"}}, language="id"),
    ):
        assert inputs(page).buttons[0] == "refresh"


def test_typed_markup_stays_text(form: Form) -> None:
    page = send(
        form,
        InstrumentForm(form, language="id"),
        "refresh",
        g1__ask="no",
        g1__why="</textarea><script>x</script>",
    )
    shown = html(page)
    assert "<script>" not in shown
    assert inputs(page).handlers == []


@pytest.mark.parametrize("name", starter_names())
@pytest.mark.parametrize("language", ["id", "en"])
def test_starters_render_on_every_page_with_unique_ids_and_labels(name: str, language: str) -> None:
    form = Form.read(compile_workbook(pack_starter(name)).source)
    page = InstrumentForm(form, language=language)
    for one in page.all_pages:
        page._page_key = one.key
        page.__dict__.pop("_made", None)
        found = inputs(page)
        assert len(found.ids) == len(set(found.ids))
        assert found.handlers == []
        shown = html(page)
        for anchor in re.findall(r'<label for="([^"]+)"', shown):
            assert f'id="{anchor}"' in shown


VALUE = st.one_of(
    st.text(max_size=20), st.sampled_from(["yes", "no", "-1", "99999999999", "{}", "[[", "\x00", "a" * 2000])
)
NAME = st.one_of(
    st.sampled_from(["a.g1.ask", "a.g1.why", "a.kids.0.name", "a.kids.5.age", "a.kids.name", "a.kids", "a.g1", "a.", "a.0", "a.rate.0", "a.kids.0.0.name"]),
    st.text(max_size=12).map(lambda text: "a." + text),
)  # fmt: skip


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    fields=st.dictionaries(NAME, VALUE, max_size=6),
    rest=st.one_of(st.text(max_size=40), st.sampled_from(['{"kids":"x"}', '{"kids":[1,{"age":[]}]}', "[" * 5000, '{"g1":[]}'])),
    page_key=st.text(max_size=8),
    do=st.one_of(st.sampled_from(["save", "next", "back", "refresh", "add:kids", "remove:kids.0", "add:g1", "remove:0", "add:"]), st.text(max_size=10)),
)  # fmt: skip
def test_any_posted_page_is_answered(
    form: Form, fields: dict[str, str], rest: str, page_key: str, do: str
) -> None:
    data = QueryDict(mutable=True)
    data.update({**fields, "rest": rest, "page": page_key, "do": do})
    page = InstrumentForm(form, data, language="id")
    assert html(page)
    assert page.status in {200, 422}
