"""The encrypted stream notices every cut, change and wrong phrase."""

from __future__ import annotations

import io
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.config.backup import secret, stream
from simpul.config.backup.stream import CHUNK, TAG, Damaged, Sealer, Unsealer, WrongKey

PHRASE = "a long phrase for the tests"
HEADER = stream.HEADER


@pytest.fixture(autouse=True)
def _cheap_scrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secret, "_N", 2**4)


def sealed(data: bytes, phrase: str = PHRASE) -> bytes:
    out = io.BytesIO()
    sealer = Sealer(out, phrase)
    sealer.write(data)
    sealer.close()
    return out.getvalue()


def opened(data: bytes, phrase: str = PHRASE) -> bytes:
    return Unsealer(io.BytesIO(data), phrase).readall() or b""


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 5])
def test_what_goes_in_comes_out(size: int) -> None:
    data = os.urandom(size)
    assert opened(sealed(data)) == data


def test_nothing_of_the_text_is_visible() -> None:
    assert b"SECRET" not in sealed(b"SECRET-marker" * 1000)


def test_a_wrong_phrase_is_named_as_such() -> None:
    with pytest.raises(WrongKey):
        opened(sealed(b"x" * 100), "another long phrase here")


@pytest.mark.parametrize(
    "cut", [1, TAG, TAG + 5, CHUNK, CHUNK + TAG, CHUNK + TAG + 5, 2 * CHUNK + 2 * TAG + 5]
)
def test_a_cut_file_is_damaged(cut: int) -> None:
    whole = sealed(os.urandom(2 * CHUNK + 5))
    with pytest.raises(Damaged):
        opened(whole[:-cut])


def test_a_file_without_its_last_chunk_is_damaged_even_at_the_border() -> None:
    whole = sealed(os.urandom(2 * CHUNK))
    with pytest.raises(Damaged):
        opened(whole[: HEADER + CHUNK + TAG])


def test_an_abandoned_file_is_damaged() -> None:
    out = io.BytesIO()
    sealer = Sealer(out, PHRASE)
    sealer.write(os.urandom(2 * CHUNK + 9))
    sealer.abandon()
    with pytest.raises(Damaged):
        opened(out.getvalue())


def test_swapped_chunks_are_damaged() -> None:
    whole = sealed(os.urandom(3 * CHUNK))
    first, second = (
        whole[HEADER : HEADER + CHUNK + TAG],
        whole[HEADER + CHUNK + TAG : HEADER + 2 * (CHUNK + TAG)],
    )
    swapped = whole[:HEADER] + second + first + whole[HEADER + 2 * (CHUNK + TAG) :]
    with pytest.raises(Damaged):
        opened(swapped)


def test_something_else_is_no_backup() -> None:
    with pytest.raises(Damaged):
        opened(b"PK\x03\x04 this is a zip")
    with pytest.raises(Damaged):
        opened(b"")


@settings(max_examples=60, deadline=None)
@given(data=st.binary(min_size=1, max_size=300), where=st.integers(min_value=0), bit=st.integers(0, 7))
def test_any_flipped_bit_is_noticed(data: bytes, where: int, bit: int) -> None:
    whole = bytearray(sealed(data))
    whole[where % len(whole)] ^= 1 << bit
    with pytest.raises((Damaged, WrongKey)):
        opened(bytes(whole))
