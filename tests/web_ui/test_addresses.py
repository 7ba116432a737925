"""Addresses that were worked out once are those that Django would give."""

import uuid

import pytest
from django.test import override_settings
from django.urls import NoReverseMatch, reverse, set_script_prefix

from simpul.web.ui.addresses import to


def test_the_same_as_reverse_for_each_record() -> None:
    for one, other in ((uuid.uuid4(), uuid.uuid4()), (uuid.uuid4(), uuid.UUID(int=0))):
        assert to("case", one) == reverse("case", args=[one])
        assert to("scale_goal", one, other) == reverse("scale_goal", args=[one, other])
    assert to("desk_tasks") == reverse("desk_tasks")


def test_a_page_that_is_not_there_is_refused() -> None:
    for _again in range(2):
        with pytest.raises(NoReverseMatch):
            to("no_such_page", uuid.uuid4())
        with pytest.raises(NoReverseMatch):
            to("desk_tasks", uuid.uuid4())


def test_prefix_and_addresses_of_another_house_are_told_apart() -> None:
    here = to("desk_tasks")
    try:
        set_script_prefix("/dinas/")
        assert to("desk_tasks") == f"/dinas{here}"
    finally:
        set_script_prefix("/")
    with override_settings(ROOT_URLCONF="simpul.web.ui.urls"), pytest.raises(NoReverseMatch):
        to("desk_tasks")
    assert to("desk_tasks") == here
