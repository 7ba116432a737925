"""Text is shown again when its form could not be taken, but never what a foreign page sent."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory

from simpul.web.ui.kept import typed_texts

pytestmark = pytest.mark.django_db
TEXT = "Nenek bersedia mengasuh <b>sementara</b>."
HOME = {"sec-fetch-site": "same-origin"}


def test_page_too_old_gives_the_text_back() -> None:
    answer = Client(enforce_csrf_checks=True).post("/bahasa/", {"words": TEXT}, headers=HOME)
    assert answer.status_code == 403
    html = answer.content.decode()
    assert "Nenek bersedia mengasuh &lt;b&gt;sementara&lt;/b&gt;." in html


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", ""])
def test_foreign_page_cannot_make_us_say_its_words(site: str) -> None:
    headers = {"sec-fetch-site": site} if site else {}
    answer = Client(enforce_csrf_checks=True).post("/bahasa/", {"words": TEXT}, headers=headers)
    assert answer.status_code == 403 and "Nenek" not in answer.content.decode()


def test_passwords_and_envelope_are_not_shown() -> None:
    answers = {
        "password": "x" * 30,
        "new_password1": "y" * 30,
        "csrfmiddlewaretoken": "z" * 64,
        "words": TEXT,
    }
    assert typed_texts(RequestFactory().post("/", answers, headers=HOME)) == (TEXT,)
