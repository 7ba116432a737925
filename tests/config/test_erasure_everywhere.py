"""After an erasure: no byte about the person in database, log, media, backups old and new, restored data."""

from __future__ import annotations

import base64
import io
import os
import shutil
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from simpul.config.backup.stream import Unsealer
from tests.config.installation import PHRASE, ROOT, Installation
from tests.factories.marked import MARK, NEIGHBOUR

pytestmark = pytest.mark.slow

START = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
SEED = (
    START
    + """
from tests.factories.marked import make_marked
told = make_marked()
print(told.person_id, told.world.supervisor.id, *sorted(told.filled))
"""
)
FIRST_FORMAT = """
from simpul.config.backup import writing, snapshot
take = snapshot.take
snapshot.take = lambda *a, seal=False, **k: take(*a, **k)
writing.FORMAT = 1
print(writing.write_backup().path)
"""
BACKUP = """
from simpul.config.backup import writing
print(writing.write_backup().path)
"""
ERASE = """
import uuid
from simpul.registry.commands.erase_person import erase_person
from simpul.workforce.acting import actor_for
person, boss = map(uuid.UUID, {ids})
erase_person(actor_for(boss), person, sure=True)
from simpul.config.cleaning import clean_up
print(clean_up())
"""
STATE = """
from simpul.registry.models import *
from simpul.safeguards.models import AuditLine, Erasure
person = Person.objects.get(pk={person!r})
mine = [model.objects.filter(person=person).count() for model in (Alias, MatchKey, Membership)]
around = [model.objects.count() for model in (Relationship, ImportRow)]
noted = Erasure.objects.filter(subject_id=person.pk).exists()
print(repr(person.full_name), person.erased_at is not None, *mine, *around, noted)
others = Person.objects.filter(full_name={neighbour!r}).count()
print(others, AuditLine.objects.filter(act__startswith="registry.").last().act)
"""


def marks_in(data: bytes) -> set[bytes]:
    return set(MARK.findall(data))


def marks_of(folder: Path) -> dict[str, int]:
    """How many marks each file below holds, open write-ahead logs among them."""
    found = {
        str(path.relative_to(folder)): len(marks_in(path.read_bytes()))
        for path in folder.rglob("*")
        if path.is_file()
    }
    return {name: count for name, count in found.items() if count}


def opened(backup: Path) -> bytes:
    """Everything in a backup as whoever has the phrase sees it."""
    with backup.open("rb") as raw:
        stream = io.BufferedReader(Unsealer(raw, PHRASE))
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            return b"".join(file.read() for entry in tar if (file := tar.extractfile(entry)))


@contextmanager
def another_process(site: Installation) -> Iterator[None]:
    """Somebody else has the database open, as on every running site: the log is not dropped at the end."""
    with closing(sqlite3.connect(site.folder / "simpul.sqlite3")) as held:
        held.execute("SELECT COUNT(*) FROM registry_person").fetchone()
        yield


@dataclass(frozen=True)
class Story:
    """One installation before the erasure, with a backup of each format and the mirror of that day."""

    site: Installation
    ids: tuple[str, str]
    filled: frozenset[str]
    sealed: Path
    first: Path
    mirror: Path

    def copied(self, folder: Path) -> Installation:
        shutil.copytree(self.site.folder, folder / "data")
        shutil.copytree(self.site.folder.parent / "backups", folder / "backups")
        return Installation(folder / "data", self.site.variables)

    def erase(self, site: Installation, planted: str = "") -> str:
        return site.django(START + planted + ERASE.format(ids=self.ids))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Story:
    key = base64.b64encode(os.urandom(32)).decode()
    own = {"SIMPUL_MASTER_KEYS": f"m1:{key}", "SIMPUL_INDEX_KEY": key, "SIMPUL_SECRET_KEY": "s" + key}
    site = Installation(tmp_path_factory.mktemp("erasure") / "data", own)
    shutil.copytree(prepared, site.folder)
    person, boss, *filled = site.django(SEED).split()
    first, sealed = (Path(site.django(code)) for code in (FIRST_FORMAT, BACKUP))
    mirror = site.folder.parent / "mirror-of-that-day"
    shutil.copy(sealed.parent / "person-keys.simpul-mirror", mirror)
    return Story(site, (person, boss), frozenset(filled), sealed, first, mirror)


@pytest.fixture(scope="module")
def after(before: Story, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The same installation when the desk has erased her and the worker has cleaned up."""
    site = before.copied(tmp_path_factory.mktemp("after"))
    with another_process(site):
        assert before.erase(site) == "True"
        shutil.copytree(site.folder, site.folder.parent / "while-running")
    return site


def restored(site: Installation, backup: Path, folder: Path, *words: str) -> Installation:
    fresh = Installation(folder / "fresh", site.variables)
    mirror = site.folder.parent / "backups" / "person-keys.simpul-mirror"
    keys = words or ("--keys", str(mirror))
    done = fresh.run("restore", str(backup), *keys)
    assert done.returncode == 0, done.stderr
    return fresh


def test_the_seed_fills_every_record_that_forgets(before: Story) -> None:
    from simpul.safeguards.forgetting import forgettings

    silent = {"registry.Membership"}  # holds no text
    wanted = {model._meta.label for model in forgettings()} - silent
    assert wanted <= before.filled, wanted - before.filled
    assert len(before.filled) > 25
    assert marks_of(before.site.folder)["simpul.sqlite3"] > 30
    assert len(marks_in(opened(before.first))) > 30, "the first format held names in clear"


def test_nothing_is_left_in_database_log_or_media(after: Installation) -> None:
    assert marks_of(after.folder.parent / "while-running") == {}
    assert marks_of(after.folder) == {}


def test_a_backup_never_shows_anything_in_clear(before: Story) -> None:
    assert marks_in(opened(before.sealed)) == set()


@pytest.mark.parametrize("which", ["sealed", "first"])
def test_an_older_backup_brings_nobody_back(
    before: Story, after: Installation, tmp_path: Path, which: str
) -> None:
    fresh = restored(after, getattr(before, which), tmp_path)
    assert marks_of(fresh.folder) == {}
    state = fresh.django(STATE.format(person=before.ids[0], neighbour=NEIGHBOUR))
    assert state.split("\n") == ["'' True 0 0 0 0 0 True", "1 registry.replay_erasures"]
    assert fresh.run("verify-audit", "--no-anchors").returncode == 0


def test_a_backup_made_afterwards_comes_back_whole(
    before: Story, after: Installation, tmp_path: Path
) -> None:
    backup = Path(after.run("backup").stdout.split("  ")[0])
    assert marks_in(opened(backup)) == set()
    fresh = restored(after, backup, tmp_path)
    assert marks_of(fresh.folder) == {}
    state = fresh.django(STATE.format(person=before.ids[0], neighbour=NEIGHBOUR))
    assert state.split("\n") == ["'' True 0 0 0 0 0 True", "1 registry.erase_person"]


def test_without_an_erasure_everything_comes_back(before: Story, tmp_path: Path) -> None:
    """The sealed rows are those that were there, to the last column."""
    fresh = restored(before.site, before.sealed, tmp_path)
    wanted, found = (_rows(one.folder / "simpul.sqlite3") for one in (before.site, fresh))
    assert found.keys() == wanted.keys()
    assert [table for table in wanted if found[table] != wanted[table]] == []


def _rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as data:
        names = data.execute(
            "SELECT name FROM sqlite_master WHERE type='table' AND name LIKE '%\\_%' ESCAPE '\\'"
        )
        return {
            name: sorted(data.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for (name,) in names.fetchall()
            if not name.startswith("sqlite_")
        }


# Each measure, switched off: the same search then finds something.

NAMES_STAY = "import simpul.safeguards.commands.forget_records as m; m.forget = lambda ids: 0\n"
PAGES_STAY = """
from django.conf import settings
options = settings.DATABASES["default"]["OPTIONS"]
options["init_command"] = options["init_command"].replace("secure_delete=ON", "secure_delete=OFF")
"""
LOG_STAYS = "from simpul.safeguards import traces; traces.empty_log = lambda *a, **k: True\n"


@pytest.mark.parametrize("planted", [NAMES_STAY, PAGES_STAY, LOG_STAYS], ids=["names", "pages", "log"])
def test_planted_a_measure_left_out_is_found(before: Story, tmp_path: Path, planted: str) -> None:
    site = before.copied(tmp_path)
    with another_process(site):
        before.erase(site, planted)
        found = marks_of(site.folder)
    assert found, "the search would not notice"


def test_planted_a_restore_without_replay_brings_her_back(
    before: Story, after: Installation, tmp_path: Path
) -> None:
    fresh = Installation(tmp_path / "fresh", after.variables)
    mirror = after.folder.parent / "backups" / "person-keys.simpul-mirror"
    fresh.django(
        "from pathlib import Path; from simpul.config.backup import drill, replaying\n"
        "replaying.replay = lambda environment: 0\n"
        f"drill.restore(Path({str(before.first)!r}), keys=Path({str(mirror)!r}))"
    )
    assert marks_of(fresh.folder)


def test_planted_a_mirror_that_was_not_replaced_opens_the_backup(
    before: Story, after: Installation, tmp_path: Path
) -> None:
    fresh = restored(after, before.sealed, tmp_path, "--keys", str(before.mirror))
    assert marks_of(fresh.folder)
