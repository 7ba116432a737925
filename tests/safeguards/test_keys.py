"""Encryption with a key per person: sealing, moving, rotation, erasure, index."""

from __future__ import annotations

import base64
import os
import uuid

import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection

from simpul.safeguards import keys
from simpul.safeguards.fields import ERASED
from simpul.safeguards.models import BrokenGlass, PersonKey
from tests.safeguards.conftest import worker

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

SECRET = "RAHASIA-alamat-rumah-aman"


def make_glass(reason: str = SECRET, subject: uuid.UUID | None = None) -> BrokenGlass:
    from simpul.kernel.clock import now
    from simpul.safeguards.guarded import writing_as

    with writing_as("safeguards"):
        return BrokenGlass.objects.create(
            actor_id=worker().id,
            subject_id=subject or uuid.uuid4(),
            reason=reason,
            ends_at=now(),
            review_due=now(),
        )


def stored(column: str = "reason") -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM safeguards_brokenglass")
        return cursor.fetchone()[0]


def test_text_comes_back_and_lies_encrypted() -> None:
    glass = make_glass()
    assert BrokenGlass.objects.get(pk=glass.pk).reason == SECRET
    assert SECRET not in stored()
    assert base64.b64encode(SECRET.encode()).decode()[:20] not in stored()


@pytest.mark.parametrize("text", ["", "a", "é漢😀\u202e", "\ud800 lone", "x" * 100_000, "%s {} <b>"])
def test_every_text_survives(text: str) -> None:
    make_glass(text)
    assert BrokenGlass.objects.get().reason == (text or None or "") or not text


def test_ciphertext_moved_to_another_row_does_not_open() -> None:
    subject = uuid.uuid4()
    first, second = make_glass("one", subject), make_glass("two", subject)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE safeguards_brokenglass SET reason="
            "(SELECT reason FROM safeguards_brokenglass WHERE id=%s) WHERE id=%s",
            [_db(first.id), _db(second.id)],
        )
    with pytest.raises(InvalidTag):
        _ = BrokenGlass.objects.get(pk=second.pk).reason


def _db(value: uuid.UUID) -> object:
    return value if connection.vendor == "postgresql" else value.hex


def test_searching_and_updating_an_encrypted_field_is_an_error() -> None:
    with pytest.raises(TypeError, match="cannot be searched"):
        BrokenGlass.objects.filter(reason="x").exists()


def test_rotation_rewraps_keys_and_texts_stay_readable(settings: object) -> None:
    glass = make_glass()
    token = stored()
    fresh = f"m2:{base64.b64encode(os.urandom(32)).decode()}"
    settings.MASTER_KEYS = f"{fresh},{settings.MASTER_KEYS}"
    assert keys.rewrap_all() == 1
    settings.MASTER_KEYS = fresh
    keys.forget()
    assert BrokenGlass.objects.get(pk=glass.pk).reason == SECRET
    assert stored() == token
    assert PersonKey.objects.get().master_id == "m2"


def test_destroyed_key_makes_text_unreadable_and_is_never_made_again() -> None:
    glass = make_glass()
    keys.destroy_key(glass.subject_id)
    assert BrokenGlass.objects.get(pk=glass.pk).reason == ERASED
    assert bytes(PersonKey.objects.get().wrapped) == b""
    with pytest.raises(keys.KeyDestroyed):
        make_glass(subject=glass.subject_id)


def test_planted_cache_that_survives_erasure_would_still_open(monkeypatch: pytest.MonkeyPatch) -> None:
    glass = make_glass()
    assert BrokenGlass.objects.get(pk=glass.pk).reason == SECRET
    monkeypatch.setattr(keys, "forget", lambda *_: None)
    keys.destroy_key(glass.subject_id)
    assert BrokenGlass.objects.get(pk=glass.pk).reason == SECRET


def test_an_erased_person_s_many_texts_ask_for_the_key_once(django_assert_num_queries: object) -> None:
    glasses = [make_glass()]
    glasses += [make_glass(subject=glasses[0].subject_id) for _time in range(5)]
    keys.destroy_key(glasses[0].subject_id)
    with django_assert_num_queries(1, using="keys"):
        assert [one.reason for one in BrokenGlass.objects.all()] == [ERASED] * 6
    with django_assert_num_queries(0, using="keys"):
        assert keys.keys_of([glasses[0].subject_id]) == {}


def test_blind_index_finds_the_same_number_and_tells_nothing_without_the_key(settings: object) -> None:
    index = keys.blind_index("nik", "3599014107909001")
    assert index == keys.blind_index("nik", "3599014107909001")
    assert index != keys.blind_index("kk", "3599014107909001")
    settings.INDEX_KEY = base64.b64encode(b"x" * 32).decode()
    assert index != keys.blind_index("nik", "3599014107909001")


def test_many_keys_come_with_one_statement(django_assert_num_queries: object) -> None:
    subjects = [uuid.uuid4() for _ in range(50)]
    keys.make_keys(subjects)
    keys.forget()
    with django_assert_num_queries(1, using="keys"):
        assert len(keys.keys_of(subjects)) == 50
    with django_assert_num_queries(0, using="keys"):
        keys.keys_of(subjects)
