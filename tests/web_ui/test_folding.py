"""Steady parts of templates are put together once for each language; what hangs on a reader never is."""

import pytest
from django.template import Context, Engine, Template
from django.utils.translation import override

from simpul.web.ui import folding

PAGE = (
    '{% load i18n static %}<p>{% translate "All tasks" %}</p>{% icon "bell" %}{% icon sign %}'
    '{% url "desk_tasks" %}{% url "case" case %}{% static "ui/mark.svg" %}'
    '{% translate "More" as more %}{{ more }}{% translate word %}{{ name }}'
    '{% if name %}{% translate "Close" %}{{ name }}'
    '{% for one in ones %}{% icon "x" %}{{ one }}{% endfor %}{% endif %}'
)
CASES = ("7e0f3d5e-6d0b-4b51-9a3b-0d6e6c1f2a11", "11111111-6d0b-4b51-9a3b-0d6e6c1f2a11")
FACTS = (
    {"sign": "x", "case": CASES[0], "word": "More", "name": "<Siti>", "ones": "ab"},
    {"sign": "bell", "case": CASES[1], "word": "Close", "name": "", "ones": ""},
)


def folded(text: str) -> Template:
    made: Template = Engine.get_default().from_string(text)
    folding.fold(made.nodelist)
    return made


@pytest.mark.parametrize("language", ["id", "en"])
def test_folded_draws_what_the_plain_template_draws(language: str) -> None:
    plain, once = Engine.get_default().from_string(PAGE), folded(PAGE)
    assert once.nodelist.get_nodes_by_type(folding.Steady)
    with override("en" if language == "id" else "id"):
        once.render(Context(FACTS[0]))  # another language was read before
    with override(language):
        for facts in (*FACTS, *FACTS):
            assert once.render(Context(facts)) == plain.render(Context(facts))


def test_nothing_that_hangs_on_a_variable_is_folded() -> None:
    text = '{% load i18n %}{% icon sign %}{% url name %}{% url "case" case %}{% translate word %}{{ name }}'
    assert not folded(text).nodelist.get_nodes_by_type((folding.Steady, folding.SteadyName))


def test_a_variable_taken_for_steady_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted: the same comparison fails when variables count as literal."""
    monkeypatch.setattr(folding, "_is_literal", lambda _told: True)
    once, plain = folded(PAGE), Engine.get_default().from_string(PAGE)
    once.render(Context(FACTS[0]))
    assert once.render(Context(FACTS[1])) != plain.render(Context(FACTS[1]))


def test_pages_come_folded_from_the_loader() -> None:
    page = Engine.get_default().get_template("ui/desk.html")
    assert page.nodelist.get_nodes_by_type(folding.Steady)
