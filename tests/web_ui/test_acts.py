"""A form runs its act once, shows every objection, and keeps everything typed."""

from __future__ import annotations

import pytest
from django import forms
from django.http import Http404, QueryDict
from django.test import RequestFactory

from simpul.kernel.actor import public_actor
from simpul.kernel.errors import Conflict, FieldFault, Hidden, InvalidInput, Refused
from simpul.kernel.text import N_, Text
from simpul.web.ui.acts import perform
from simpul.web.ui.forms import ActForm, whole

pytestmark = pytest.mark.django_db


class NoteForm(ActForm):
    words = forms.CharField(label="Kata-kata", widget=forms.Textarea, max_length=100)
    on = forms.DateField(label="Tanggal", required=False)


def posted(**answers: str) -> NoteForm:
    data = QueryDict(mutable=True)
    data.update({"idempotency_key": "k1", "version": "3", "words": "Saya takut pulang."} | answers)
    return NoteForm(data)


def request_of(**headers: str):  # type: ignore[no-untyped-def]
    request = RequestFactory().post("/catat/", headers=headers)
    request.actor = public_actor()  # type: ignore[attr-defined]
    request.resolver_match = None
    return request


def test_act_runs_once_and_goes_on() -> None:
    calls: list[int] = []

    def act() -> str:
        calls.append(1)
        return "id-1"

    for _ in range(2):
        answer = perform(request_of(), posted(), act, lambda made: f"/kasus/{made}/")
        assert answer is not None and answer.headers["Location"] == "/kasus/id-1/"
    assert len(calls) == 1


def test_same_key_with_other_words_is_not_lost_silently() -> None:
    assert perform(request_of(), posted(), lambda: "a", "/") is not None
    form = posted(words="Lain sekali.")
    assert perform(request_of(), form, lambda: "b", "/") is None
    assert form.refusal and form["words"].value() == "Lain sekali."


def test_htmx_is_sent_on_as_a_whole_page() -> None:
    answer = perform(request_of(**{"HX-Request": "true"}), posted(), lambda: "a", "/selesai/")
    assert answer is not None and answer.headers["HX-Redirect"] == "/selesai/"


def test_wrong_shape_never_reaches_the_act() -> None:
    form = posted(words="", on="kemarin")
    assert perform(request_of(), form, lambda: pytest.fail("the act ran"), "/") is None
    assert set(form.errors) == {"words", "on"} and form.status == 422
    assert form["on"].value() == "kemarin"


def test_faults_of_the_act_stand_at_their_fields() -> None:
    def act() -> None:
        raise InvalidInput(
            [
                FieldFault("on", Text(N_("Birth date lies in the future."))),
                FieldFault("", Text("%(n)s", {"n": 2})),
            ]
        )

    form = posted(on="2026-11-22")
    assert perform(request_of(), form, act, "/") is None
    assert form.errors["on"] and form.non_field_errors() == ["2"]
    assert form["words"].value() == "Saya takut pulang."


def test_refusal_is_said_and_text_kept() -> None:
    def act() -> None:
        raise Refused

    form = posted()
    assert perform(request_of(), form, act, "/") is None
    assert form.refusal and form.status == 422 and form["words"].value() == "Saya takut pulang."


def test_hidden_stays_hidden() -> None:
    def act() -> None:
        raise Hidden

    with pytest.raises((Hidden, Http404)):
        perform(request_of(), posted(), act, "/")


def test_lost_race_shows_both_texts_and_stands_on_the_newer_version() -> None:
    def act() -> None:
        raise Conflict

    form = posted()
    assert perform(request_of(), form, act, "/", current=lambda: ({"words": "Saya mau pulang."}, 4)) is None
    assert [(d.theirs, d.mine) for d in form.diffs] == [("Saya mau pulang.", "Saya takut pulang.")]
    assert form["version"].value() == "4"
    assert form["idempotency_key"].value() != "k1"


def test_each_form_has_its_own_key_and_the_version_read() -> None:
    one, two = NoteForm(version=7), NoteForm()
    assert one["idempotency_key"].value() != two["idempotency_key"].value()
    assert one["version"].value() == 7


def test_dates_are_asked_with_a_calendar_and_nothing_is_offered_again() -> None:
    html = str(NoteForm()["on"])
    assert 'type="date"' in html and 'autocomplete="off"' in html


@pytest.mark.parametrize("told", ["", "-1", "1.5", "²", "١٢", "9" * 5000, "1e9", " 7"])
def test_what_is_no_number_is_none(told: str) -> None:
    assert whole(told) is None


def test_a_number_is_a_number() -> None:
    assert (whole("0"), whole("0042")) == (0, 42)
