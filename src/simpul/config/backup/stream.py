"""An encrypted stream in chunks: AES-256-GCM in the STREAM construction (Hoang and others, 2015).

Each chunk's nonce holds its number and whether it is the last, so that a chunk cannot be dropped,
repeated, moved or cut off without being noticed.
"""

from __future__ import annotations

import hmac
import io
import os
import struct
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from simpul.config.backup.secret import derive

MAGIC = b"SIMPULB1"
SALT, PREFIX, CHUNK, TAG = 16, 7, 1024 * 1024, 16
HEADER = len(MAGIC) + SALT + PREFIX + TAG
_KEY_CHECK = 2**32 - 1  # no chunk has this number: the header's tag tells a wrong phrase from a damaged file


class WrongKey(Exception):
    """The phrase does not open this file."""


class Damaged(Exception):
    """The file is cut off, altered, or no backup of Simpul."""


def _nonce(prefix: bytes, number: int, last: bool) -> bytes:
    return prefix + struct.pack(">I?", number, last)


def _header(cipher: AESGCM, salt: bytes, prefix: bytes) -> bytes:
    start = MAGIC + salt + prefix
    return start + cipher.encrypt(_nonce(prefix, _KEY_CHECK, last=True), b"", start)


class Sealer(io.RawIOBase):
    """What is written here comes out encrypted; nothing is complete before ``close``."""

    def __init__(self, out: BinaryIO, phrase: str) -> None:
        self._out = out
        salt, self._prefix = os.urandom(SALT), os.urandom(PREFIX)
        self._cipher = AESGCM(derive(phrase, salt))
        self._header = _header(self._cipher, salt, self._prefix)
        self._waiting = bytearray()
        self._number = 0
        out.write(self._header)

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        view = bytes(data)  # type: ignore[call-overload]
        self._waiting += view
        while len(self._waiting) > CHUNK:  # the last chunk is only known at the end
            self._put(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]
        return len(view)

    def close(self) -> None:
        if not self.closed:
            self._put(bytes(self._waiting), last=True)
            self._waiting.clear()
        super().close()

    def abandon(self) -> None:
        """Leave without the closing chunk: what was written stays recognisably incomplete."""
        self._waiting.clear()
        super().close()

    def _put(self, chunk: bytes, *, last: bool) -> None:
        nonce = _nonce(self._prefix, self._number, last)
        self._out.write(self._cipher.encrypt(nonce, chunk, self._header))
        self._number += 1


class Unsealer(io.RawIOBase):
    """Reads what a ``Sealer`` wrote. Every byte given out was authenticated."""

    def __init__(self, source: BinaryIO, phrase: str) -> None:
        self._source = source
        self._header = source.read(HEADER)
        if len(self._header) < HEADER or not self._header.startswith(MAGIC):
            raise Damaged("no backup of Simpul")
        salt = self._header[len(MAGIC) : len(MAGIC) + SALT]
        self._prefix = self._header[len(MAGIC) + SALT : -TAG]
        self._cipher = AESGCM(derive(phrase, salt))
        if not hmac.compare_digest(_header(self._cipher, salt, self._prefix), self._header):
            raise WrongKey("the phrase does not open this file, or its beginning was altered")
        self._ahead = source.read(CHUNK + TAG)
        self._open = b""
        self._number = 0
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        while not self._open and not self._ended:
            self._next()
        part = self._open[: len(view)]
        view[: len(part)] = part
        self._open = self._open[len(part) :]
        return len(part)

    def _next(self) -> None:
        sealed, self._ahead = self._ahead, self._source.read(CHUNK + TAG)
        last = not self._ahead
        try:
            self._open = self._cipher.decrypt(_nonce(self._prefix, self._number, last), sealed, self._header)
        except InvalidTag as error:
            raise Damaged("the file is cut off or was altered") from error
        self._number += 1
        self._ended = last
