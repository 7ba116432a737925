"""``simpul regions load``: the difference first, rows and remedies by name, files and addresses."""

from __future__ import annotations

import gzip
import io
import urllib.error
from pathlib import Path

import pytest

from simpul.config.commands import regions
from simpul.reference.models import Region, RegionLoad

pytestmark = pytest.mark.django_db

TABLE = "code,name,lat,lng\n35,Jawa Timur,-7.7,112.7\n35.01,Kabupaten Pacitan,-8.1,111.1\n"


def written(folder: Path, text: str, name: str = "regions.csv") -> str:
    path = folder / name
    raw = text.encode()
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    return str(path)


def test_without_yes_the_difference_is_shown_and_nothing_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert regions.main(["load", written(tmp_path, TABLE)]) == 2
    shown = capsys.readouterr().out
    assert "35.01  Pacitan, Prov. Jawa Timur" in shown and "--yes" in shown
    assert not Region.objects.exists()


@pytest.mark.parametrize("name", ["regions.csv", "regions.csv.gz"])
def test_with_yes_it_is_taken_over_once(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = written(tmp_path, TABLE, name)
    assert regions.main(["load", place, "--yes"]) == 0
    assert Region.objects.count() == 2
    load = RegionLoad.objects.get()
    assert load.source == name and len(load.checksum) == 64, "the name, not the path of somebody's disk"
    assert regions.main(["load", place, "--yes"]) == 0
    assert RegionLoad.objects.count() == 1


def test_source_and_day_are_recorded_as_told(tmp_path: Path) -> None:
    regions.main(["load", written(tmp_path, TABLE), "--yes", "--source", "Kepmendagri X"])
    renamed = written(tmp_path, TABLE.replace("Pacitan", "Pacitan Raya"))
    regions.main(["load", renamed, "--yes", "--as-of", "2027-01-01"])
    assert str(Region.objects.get(name="Pacitan").valid_to) == "2026-12-31"
    assert RegionLoad.objects.filter(source="Kepmendagri X").count() == 1


def test_bad_row_is_named_and_nothing_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert regions.main(["load", written(tmp_path, TABLE + "35.1,Salah,,\n"), "--yes"]) == 1
    assert "4" in capsys.readouterr().err
    assert not Region.objects.exists()


def test_boundaries_come_with_the_table(tmp_path: Path) -> None:
    outline = (
        '{"features":[{"properties":{"code":"35"},"geometry":{"type":"Polygon","coordinates":'
        "[[[112,-7],[112.1,-7],[112.1,-6.9],[112,-7]]]}}]}"
    )
    words = [
        "load",
        written(tmp_path, TABLE),
        "--boundaries",
        written(tmp_path, outline, "b.geojson"),
        "--yes",
    ]
    assert regions.main(words) == 0
    assert RegionLoad.objects.get().counts["outlines"] == 1


@pytest.mark.parametrize(
    ("said", "raw"),
    [
        ("absent.csv", None),
        ("baris 2", b"code,name\n35,Caf\xe9\n"),
        ("rusak", gzip.compress(b"code,name\n35,Jawa Timur\n")[:-9]),
        ("rusak", b"\x1f\x8bnot gzip at all"),
        ("kosong", b""),
        ("kosong", gzip.compress(b" \n")),
        ("halaman web", b"<!doctype html><title>404</title>"),
    ],
    ids=["absent", "latin", "torn", "not-gzip", "empty", "empty-packed", "web-page"],
)
def test_unreadable_file_is_said_plainly(
    tmp_path: Path, said: str, raw: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "absent.csv"
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    assert regions.main(["load", str(tmp_path / name), "--yes"]) == 1
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert said in told


def test_mountain_in_a_small_file_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regions, "BYTES_LIMIT", 10_000)
    place = written(tmp_path, "code,name\n" + "x" * 1_000_000, "bomb.csv.gz")
    assert Path(place).stat().st_size < 10_000
    assert regions.main(["load", place, "--yes"]) == 1


def test_address_is_fetched_and_recorded_without_its_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answer(place: str, timeout: int) -> io.BytesIO:
        asked.append(place)
        return io.BytesIO(TABLE.encode())

    monkeypatch.setattr(regions.urllib.request, "urlopen", answer)
    place = "https://user:secret@wilayah.example/tabel.csv?token=abc"
    assert regions.main(["load", place, "--yes"]) == 0
    assert asked == [place]
    assert RegionLoad.objects.get().source == "https://wilayah.example/tabel.csv"


def test_address_that_does_not_answer_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    def silence(place: str, timeout: int) -> io.BytesIO:
        raise urllib.error.URLError("no route")

    monkeypatch.setattr(regions.urllib.request, "urlopen", silence)
    assert regions.main(["load", "https://wilayah.example/tabel.csv"]) == 1


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://wilayah.example/x.csv"])
def test_other_schemes_are_not_fetched(place: str) -> None:
    assert regions.main(["load", place]) == 1
