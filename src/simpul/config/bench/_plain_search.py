"""The same services in plain full-text search, as one would build it without an engine."""

from __future__ import annotations

import re
import sqlite3
import uuid
from collections.abc import Sequence

from simpul.engines.matching import Offer

Found = list[str]
NEAR = 2.0  # degrees: about 220 km
LIMIT = 5


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]{3,}", text.lower())


class PlainSqlite:
    """FTS5 for the words, R*Tree for the place; the nearest of those whose words fit best."""

    def __init__(self, offers: Sequence[Offer]) -> None:
        self.base = sqlite3.connect(":memory:")
        self.base.execute("CREATE VIRTUAL TABLE words USING fts5(code UNINDEXED, text, tokenize='unicode61')")
        self.base.execute("CREATE VIRTUAL TABLE points USING rtree(id, south, north, west, east)")
        self.base.executemany(
            "INSERT INTO words(rowid, code, text) VALUES (?, ?, ?)",
            ((n, one.services[0], f"{one.name} {one.words}") for n, one in enumerate(offers)),
        )
        self.base.executemany(
            "INSERT INTO points VALUES (?, ?, ?, ?, ?)",
            ((n, one.latitude, one.latitude, one.longitude, one.longitude) for n, one in enumerate(offers)),
        )

    def search(self, need: object, latitude: float, longitude: float) -> Found:
        asked = " OR ".join(f'"{word}"' for word in _words(str(getattr(need, "words", ""))))
        rows = self.base.execute(
            "SELECT words.code FROM words JOIN points ON points.id = words.rowid WHERE words MATCH ?"
            " AND south BETWEEN ? AND ? AND west BETWEEN ? AND ? ORDER BY bm25(words),"
            " (south - ?) * (south - ?) + (west - ?) * (west - ?) LIMIT ?",
            (asked, latitude - NEAR, latitude + NEAR, longitude - NEAR, longitude + NEAR,
             latitude, latitude, longitude, longitude, LIMIT),
        )  # fmt: skip
        return [code for (code,) in rows]


class PlainPostgres:
    """PostgreSQL's Indonesian full-text search, with a box around the place, in a database of its own."""

    def __init__(self, url: str, offers: Sequence[Offer]) -> None:
        import psycopg

        self.url, self.name = url, f"simpul_bench_{uuid.uuid4().hex[:8]}"
        with psycopg.connect(url, autocommit=True) as master:
            master.execute(f"CREATE DATABASE {self.name}")
        self.base = psycopg.connect(url.rpartition("/")[0] + f"/{self.name}", autocommit=True)
        self.base.execute("CREATE TABLE s (id int, code text, words tsvector, lat float8, lng float8)")
        with self.base.cursor().copy("COPY s (id, code, words, lat, lng) FROM STDIN") as copy:
            for number, one in enumerate(offers):
                vector = " ".join(sorted(set(_words(f"{one.name} {one.words}"))))
                copy.write_row((number, one.services[0], vector, one.latitude, one.longitude))
        self.base.execute(
            "UPDATE s SET words = to_tsvector('indonesian', array_to_string(tsvector_to_array(words), ' '))"
        )
        self.base.execute("CREATE INDEX ON s USING gin (words)")
        self.base.execute("CREATE INDEX ON s (lat, lng)")
        self.base.execute("ANALYZE s")

    def search(self, need: object, latitude: float, longitude: float) -> Found:
        asked = " | ".join(_words(str(getattr(need, "words", ""))))
        rows = self.base.execute(
            "SELECT code FROM s, to_tsquery('indonesian', %s) asked WHERE words @@ asked"
            " AND lat BETWEEN %s AND %s AND lng BETWEEN %s AND %s"
            " ORDER BY ts_rank(words, asked) DESC, (lat - %s) ^ 2 + (lng - %s) ^ 2 LIMIT %s",
            (asked, latitude - NEAR, latitude + NEAR, longitude - NEAR, longitude + NEAR,
             latitude, longitude, LIMIT),
        )  # fmt: skip
        return [code for (code,) in rows]

    def close(self) -> None:
        import psycopg

        self.base.close()
        with psycopg.connect(self.url, autocommit=True) as master:
            master.execute(f"DROP DATABASE {self.name}")
