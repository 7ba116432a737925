# ruff: noqa: E501
"""Answers as given: the three voices differ, empty and irrelevant questions are left out, markup stays text."""

from __future__ import annotations

from django.template.loader import render_to_string

from simpul.instruments.rules import Form, compile_workbook, pack_starter
from simpul.web.ui.instrument import answers_view
from tests.factories.instruments import make_form

BPSS = Form.read(compile_workbook(pack_starter("bpss")).source)
ANSWERS = {
    "presenting": {"presenting_words": "Saya ingin bekerja lagi."},
    "bio": {
        "bio_assessed": "yes", "bio_daily": "alone",
        "bio_observed": "Berjalan dengan <b>tongkat</b>.", "bio_meaning": "Kelelahan membatasi kerja.",
    },
    "synthesis": {"review_on": "2026-12-01"},
}  # fmt: skip


def test_voices_are_told_apart_in_words_and_in_shape() -> None:
    shown = render_to_string(
        "ui/instrument/answers.html", {"view": answers_view(BPSS, ANSWERS, language="id")}
    )
    for voice in ("client", "observation", "interpretation"):
        assert f"voice-{voice}" in shown
    assert "<blockquote" in shown and "Saya ingin bekerja lagi." in shown
    assert "&lt;b&gt;tongkat" in shown


def test_choices_and_days_are_written_for_people() -> None:
    shown = render_to_string(
        "ui/instrument/answers.html", {"view": answers_view(BPSS, ANSWERS, language="id")}
    )
    assert "Mandiri" in shown and "1 Desember 2026" in shown
    assert "alone" not in shown


def test_empty_and_irrelevant_questions_are_left_out() -> None:
    form = make_form(
        "type | name | label | relevant\ntext | a | Apa |\ntext | b | Bagaimana | ${a} = 'x'\ntext | c | Kapan |"
    )
    view = answers_view(form, {"a": "y", "b": "tersembunyi"}, language="id")
    assert [line.label for line in view.lines] == ["Apa"]
