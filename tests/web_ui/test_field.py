"""A form field speaks to screen readers: label, hint and fault are linked to the input."""

from __future__ import annotations

from django import forms
from django.template import Context, Template
from django.utils import translation

from simpul.web.ui.forms import ActForm


class VisitForm(ActForm):
    words = forms.CharField(
        label="Kata <b>klien</b>", help_text="Apa adanya", widget=forms.Textarea, max_length=50
    )
    level = forms.ChoiceField(label="Tingkat", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    informed = forms.BooleanField(label="Klien tahu", required=False)


def drawn(form: VisitForm, name: str) -> str:
    return Template("{% field bound %}").render(Context({"bound": form[name]}))


def test_hint_and_fault_are_linked_to_the_input() -> None:
    html = drawn(VisitForm({"words": ""}), "words")
    assert 'aria-describedby="id_words_hint id_words_error"' in html
    assert 'id="id_words_hint"' in html and 'id="id_words_error"' in html
    assert 'aria-invalid="true"' in html and 'for="id_words"' in html


def test_what_is_too_long_or_no_number_is_told_in_plain_words() -> None:
    class Long(VisitForm):
        age = forms.IntegerField()

    form = Long({"words": "x" * 51, "age": "dua", "level": "a"})
    with translation.override("id"):
        assert form.errors["words"] == ["Terlalu panjang: paling banyak 50 huruf, sekarang 51. Ringkaskan."]
        assert form.errors["age"] == ["Tulis bilangan bulat dengan angka, misalnya 12."]


def test_label_is_escaped() -> None:
    assert "&lt;b&gt;" in drawn(VisitForm(), "words")


def test_group_of_choices_is_a_fieldset_with_a_legend() -> None:
    html = drawn(VisitForm(), "level")
    assert "<fieldset" in html and "<legend>Tingkat" in html and html.count('type="radio"') == 2


def test_tick_comes_before_its_words() -> None:
    html = drawn(VisitForm(), "informed")
    assert html.index("checkbox") < html.index("Klien tahu")


def test_form_carries_key_version_and_token() -> None:
    page = Template('{% act_form form submit="Simpan" %}{% field form.words %}{% end_act_form %}')
    html = page.render(Context({"form": VisitForm(version=2), "csrf_token": "t0ken"}))
    assert 'name="idempotency_key"' in html and 'value="2"' in html and "t0ken" in html
    assert html.count("<form") == 1 and "Simpan" in html
    assert "data-draft-key" not in html


def test_faults_are_listed_at_the_top_with_links() -> None:
    page = Template("{% form_summary form %}")
    html = page.render(Context({"form": VisitForm({"words": ""})}))
    assert 'href="#id_words"' in html and 'role="alert"' in html
    assert page.render(Context({"form": VisitForm()})) == ""
