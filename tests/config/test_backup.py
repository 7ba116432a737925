"""Backups: whole under load, unreadable without the phrase, restorable, and never a way round erasure."""

from __future__ import annotations

import base64
import os
import shutil
import sqlite3
import tarfile
import threading
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from simpul.config.backup import restoring
from simpul.config.backup.stream import Damaged
from tests.config.installation import Installation

pytestmark = pytest.mark.slow

MARKER = "SECRET-life-story"
SEAL = """
import uuid
from simpul.safeguards import keys
from simpul.safeguards.chain import Line, append
from simpul.kernel.actor import system_actor
from django.db import transaction
subjects = [uuid.UUID(int=n) for n in (1001, 1002)]
from simpul.workforce.models import Account
with transaction.atomic():
    for number, subject in enumerate(subjects):
        token = keys.seal("SECRET-life-story", subject, "test")
        Account.objects.create(email=f"p{number}@x.example", display_name=subject.hex, password=token)
    append([Line(system_actor(), "test.seal", "done", subjects=subjects) for _ in range(5)])
"""
UNSEAL = """
import uuid
from simpul.safeguards import keys
from simpul.workforce.models import Account
for account in Account.objects.order_by("email"):
    try:
        print(keys.unseal(account.password, "test"))
    except keys.KeyDestroyed:
        print("destroyed")
"""


@pytest.fixture(scope="module")
def secrets() -> dict[str, str]:
    key = base64.b64encode(os.urandom(32)).decode()
    return {"SIMPUL_MASTER_KEYS": f"m1:{key}", "SIMPUL_INDEX_KEY": key, "SIMPUL_SECRET_KEY": "s" + key}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, prepared: Path, secrets: dict[str, str]) -> Path:
    """One prepared SQLite installation with two sealed texts and an uploaded file."""
    site = Installation(tmp_path_factory.mktemp("template") / "data", secrets)
    shutil.copytree(prepared, site.folder)
    site.django(SEAL)
    (site.folder / "media" / "letters").mkdir(parents=True)
    (site.folder / "media" / "letters" / "surat.pdf").write_bytes(b"%PDF " + os.urandom(3000))
    return site.folder


@pytest.fixture
def site(tmp_path: Path, template: Path, secrets: dict[str, str]) -> Installation:
    shutil.copytree(template, tmp_path / "data")
    return Installation(tmp_path / "data", secrets)


@pytest.fixture
def backup(site: Installation) -> Path:
    done = site.run("backup")
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.split("  ")[0])


def elsewhere(site: Installation, name: str = "restored") -> Installation:
    return Installation(site.folder.parent / name, site.variables)


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_backup_comes_back_equal(site: Installation, backup: Path) -> None:
    fresh = elsewhere(site)
    done = fresh.run("restore", str(backup))
    assert done.returncode == 0, done.stderr
    assert fresh.django(UNSEAL) == f"{MARKER}\n{MARKER}"
    assert content(fresh.folder / "media") == content(site.folder / "media")
    assert fresh.run("verify-audit").stdout == site.run("verify-audit").stdout
    assert (fresh.folder / "simpul.sqlite3").stat().st_mode & 0o077 == 0
    assert not list(fresh.folder.glob(".copy-*"))
    assert not list(site.folder.glob(".copy-*"))


def test_the_backup_shows_nothing_and_is_closed_to_others(site: Installation, backup: Path) -> None:
    data = backup.read_bytes()
    assert b"x.example" not in data
    assert b"SQLite format" not in data
    assert backup.stat().st_mode & 0o077 == 0
    assert b"SQLite format" in (site.folder / "simpul.sqlite3").read_bytes()[:20]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.999])
def test_a_cut_backup_is_refused_and_the_target_untouched(
    site: Installation, backup: Path, share: float
) -> None:
    whole = backup.read_bytes()
    backup.write_bytes(whole[: int(len(whole) * share)])
    fresh = elsewhere(site)
    done = fresh.run("restore", str(backup))
    assert done.returncode == 2
    assert "cut off or damaged" in done.stderr
    assert "terpotong atau rusak" in done.stderr
    assert not fresh.folder.exists()


def test_a_wrong_phrase_is_refused_and_the_target_untouched(site: Installation, backup: Path) -> None:
    fresh = elsewhere(site)
    done = fresh.run("restore", str(backup), SIMPUL_BACKUP_KEY="another phrase that is long")
    assert done.returncode == 2
    assert "does not open" in done.stderr
    assert not fresh.folder.exists()


def test_a_damaged_mirror_is_refused_and_the_target_untouched(site: Installation, backup: Path) -> None:
    mirror = next(backup.parent.glob("*.simpul-mirror"))
    mirror.write_bytes(mirror.read_bytes()[:-10])
    fresh = elsewhere(site)
    assert fresh.run("restore", str(backup)).returncode == 2
    assert not fresh.folder.exists()


@pytest.mark.parametrize("kind", ["outside", "link"])
def test_a_backup_cannot_write_elsewhere(tmp_path: Path, kind: str) -> None:
    with tarfile.open(tmp_path / "evil.tar", "w") as tar:
        entry = tarfile.TarInfo("../evil" if kind == "outside" else "evil")
        if kind == "link":
            entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(entry)
    (tmp_path / "place").mkdir()
    with tarfile.open(tmp_path / "evil.tar") as tar, pytest.raises(Damaged):
        restoring._unpack(tar, tmp_path / "place")
    assert not (tmp_path / "evil").exists()
    assert not list((tmp_path / "place").iterdir())


def test_a_target_that_is_not_empty_is_left_alone(site: Installation, backup: Path) -> None:
    before = content(site.folder)
    done = site.run("restore", str(backup))
    assert done.returncode == 2
    assert "is not empty" in done.stderr
    assert content(site.folder) == before


def test_a_short_phrase_makes_no_backup(site: Installation) -> None:
    done = site.run("backup", SIMPUL_BACKUP_KEY="short")
    assert done.returncode == 2
    assert "SIMPUL_BACKUP_KEY" in done.stderr
    assert not list((site.folder.parent / "backups").glob("*"))


def test_a_person_erased_after_the_backup_is_unreadable_in_it(site: Installation, backup: Path) -> None:
    site.django("import uuid; from simpul.safeguards import keys; keys.destroy_key(uuid.UUID(int=1001))")
    assert site.run("backup", "--keys-only").returncode == 0
    fresh = elsewhere(site)
    assert fresh.run("restore", str(backup)).returncode == 0
    assert fresh.django(UNSEAL) == f"destroyed\n{MARKER}"


def test_a_trail_altered_before_the_backup_is_not_restored(site: Installation) -> None:
    with sqlite3.connect(site.folder / "simpul.sqlite3") as database:
        database.execute("DROP TRIGGER safeguards_auditline_update")
        row = database.execute("SELECT MAX(seq) - 2 FROM safeguards_auditline").fetchone()[0]
        database.execute("UPDATE safeguards_auditline SET act = 'nothing.happened' WHERE seq = ?", (row,))
    done = site.run("verify-audit")
    assert (done.returncode, done.stdout.startswith(f"row {row}:")) == (1, True)
    backup = Path(site.run("backup").stdout.split("  ")[0])
    fresh = elsewhere(site)
    done = fresh.run("restore", str(backup))
    assert done.returncode == 2
    assert f"row {row}" in done.stderr
    assert not fresh.folder.exists()


def test_a_rehearsal_is_written_down_and_touches_nothing(site: Installation, backup: Path) -> None:
    before = content(site.folder)
    done = site.run("restore", "--rehearse")
    assert done.returncode == 0, done.stderr
    assert content(site.folder) == before
    assert backup.name in (backup.parent / "rehearsals.jsonl").read_text()


def test_a_failed_rehearsal_is_not_written_down(site: Installation, backup: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-1])
    assert site.run("restore", "--rehearse").returncode == 2
    assert not (backup.parent / "rehearsals.jsonl").exists()


def test_only_the_newest_backups_are_kept(site: Installation) -> None:
    for _ in range(3):
        assert site.run("backup", "--keep", "2").returncode == 0
    assert len(list((site.folder.parent / "backups").glob("*.simpul-backup"))) == 2
    assert len(list((site.folder.parent / "backups").glob("*.simpul-mirror"))) == 1


@pytest.fixture
def load(site: Installation) -> Iterator[list[int]]:
    """Two writers that add rows in pairs; a consistent copy holds both of a pair or none."""
    stop, written = threading.Event(), [0]
    path = site.folder / "simpul.sqlite3"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE load_half (pair TEXT)")

    def write() -> None:
        database = sqlite3.connect(path, timeout=60, isolation_level=None)
        database.execute("PRAGMA synchronous=FULL")
        while not stop.is_set():
            pair = uuid.uuid4().hex
            database.execute("BEGIN IMMEDIATE")
            database.execute("INSERT INTO load_half VALUES (?)", (pair,))
            database.execute("INSERT INTO load_half VALUES (?)", (pair,))
            database.execute("COMMIT")
            written[0] += 1

    threads = [threading.Thread(target=write) for _ in range(2)]
    for thread in threads:
        thread.start()
    yield written
    stop.set()
    for thread in threads:
        thread.join()


def test_a_backup_under_load_is_consistent(site: Installation, load: list[int]) -> None:
    before = load[0]
    paths = [Path(site.run("backup").stdout.split("  ")[0]) for _ in range(2)]
    assert load[0] - before > 20, "nothing was written meanwhile: the test would prove nothing"
    for number, path in enumerate(paths):
        fresh = elsewhere(site, f"restored{number}")
        done = fresh.run("restore", str(path))
        assert done.returncode == 0, done.stderr
        with sqlite3.connect(fresh.folder / "simpul.sqlite3") as database:
            halves = database.execute(
                "SELECT COUNT(*) FROM (SELECT 1 FROM load_half GROUP BY pair HAVING COUNT(*) <> 2)"
            ).fetchone()[0]
            assert halves == 0
            assert database.execute("SELECT COUNT(*) FROM load_half").fetchone()[0] > 0


def test_rows_erased_again_are_written_over_however_long_a_table_is_held(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from simpul.config.backup import replaying
    from simpul.safeguards import traces

    asked: list[list[str]] = []

    def held_once(tables: list[str], *, also_large: bool) -> list[str]:
        asked.append(list(tables))
        return list(tables)[:1] if len(asked) == 1 else []

    monkeypatch.setattr(traces, "touched_tables", lambda: ["person", "contact"])
    monkeypatch.setattr(traces, "rewrite_tables", held_once)
    replaying._write_anew()
    assert asked == [["person", "contact"], ["person"]]
    monkeypatch.setattr(traces, "rewrite_tables", lambda tables, also_large: list(tables))
    with pytest.raises(RuntimeError, match="person"):
        replaying._write_anew(patience=0)
