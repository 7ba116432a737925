"""A registration that comes back with nothing in it is shown again, not answered with a fault."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.workforce import login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_empty_registration_is_shown_again(client: Client) -> None:
    answer = login(client, make_staff()).post("/orang/baru/", {})
    assert answer.status_code in {200, 422}
    assert 'name="full_name"' in answer.content.decode()
