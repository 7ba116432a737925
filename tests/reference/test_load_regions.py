"""Taking over region tables: staged, whole or not at all, with the past kept."""

from __future__ import annotations

import time
from datetime import date

import pytest

from simpul.kernel.actor import public_actor, system_actor
from simpul.kernel.errors import Refused
from simpul.reference.commands.load_regions import RegionFiles, RegionReport, load_regions
from simpul.reference.errors import TableRefused
from simpul.reference.loader import load_all
from simpul.reference.models import Region, RegionBoundary, RegionLoad
from simpul.reference.queries.regions import find_regions, region_labels, region_place
from simpul.safeguards.models import AuditLine
from tests.reference.shared_data import national_table, shared_file

pytestmark = pytest.mark.django_db

OLD = "35,Jawa Timur\n35.01,Kabupaten Lama\n35.01.01,Utara\n35.01.01.2001,Sari\n35.01.01.2002,Rejo\n"
SYSTEM = system_actor()


def take(
    rows: str, *, columns: str = "code,name", as_of: date | None = None, dry_run: bool = False
) -> RegionReport:
    files = RegionFiles(source="test", table=f"{columns}\n{rows}", checksum="0" * 64)
    return load_regions(SYSTEM, files=files, as_of=as_of, dry_run=dry_run)


def test_dry_run_shows_the_difference_and_changes_nothing() -> None:
    report = take(OLD, dry_run=True)
    assert report.diff and report.diff.counts()["added"] == 5
    assert not Region.objects.exists() and not RegionLoad.objects.exists()


def test_load_keeps_source_checksum_and_counts() -> None:
    take(OLD)
    load = RegionLoad.objects.get()
    assert (load.source, load.rows, load.counts["added"], load.loaded_by) == ("test", 5, 5, SYSTEM.id)
    village = Region.objects.get(code="35.01.01.2001")
    assert village.path == "Kec. Utara, Kab. Lama, Prov. Jawa Timur"
    assert (village.title, village.valid_from, village.load_id) == ("desa", None, load.id)


def test_second_load_of_the_same_table_does_nothing() -> None:
    take(OLD)
    assert take(OLD).empty
    assert RegionLoad.objects.count() == 1 and Region.objects.count() == 5


def test_new_name_closes_the_old_row_and_opens_another() -> None:
    take(OLD)
    take(OLD.replace("Kabupaten Lama", "Kabupaten Baru"), as_of=date(2026, 7, 1))
    rows = list(
        Region.objects.filter(code="35.01").order_by("valid_to").values_list("name", "valid_from", "valid_to")
    )
    assert ("Lama", None, date(2026, 6, 30)) in rows and ("Baru", date(2026, 7, 1), None) in rows
    assert region_place(SYSTEM, code="35.01", on=date(2026, 6, 30)).region.name == "Lama"
    assert region_place(SYSTEM, code="35.01", on=date(2026, 7, 1)).region.name == "Baru"
    village = Region.objects.get(code="35.01.01.2001")
    assert village.path == "Kec. Utara, Kab. Baru, Prov. Jawa Timur", "paths below follow"
    assert find_regions(SYSTEM, words="sari baru") and not find_regions(SYSTEM, words="sari lama")


def test_split_village_stays_as_history_with_its_successors() -> None:
    take(OLD.replace("\n", ",\n"), columns="code,name,predecessor")
    rows = OLD.replace("35.01.01.2002,Rejo\n", "").replace("\n", ",\n")
    take(
        rows + "35.01.01.2003,Rejo Lor,35.01.01.2002\n35.01.01.2004,Rejo Kidul,35.01.01.2002\n",
        columns="code,name,predecessor",
        as_of=date(2026, 7, 1),
    )
    place = region_place(SYSTEM, code="35.01.01.2002")
    assert place.successors == ("35.01.01.2003", "35.01.01.2004") and place.valid_to == date(2026, 6, 30)
    assert place.region.name == "Rejo"
    assert region_labels(SYSTEM, codes=frozenset({"35.01.01.2002"}))["35.01.01.2002"].name == "Rejo"
    assert not find_regions(SYSTEM, words="35.01.01.2002"), "gone regions are not offered"


def test_one_bad_row_refuses_the_whole_table() -> None:
    with pytest.raises(TableRefused) as refusal:
        take(OLD + "35.02.01,Yatim\n36,\n")
    assert [fault.row for fault in refusal.value.faults] == [8]
    assert not Region.objects.exists()
    with pytest.raises(TableRefused) as refusal:
        take(OLD + "35.02.01,Yatim\n")
    assert [fault.row for fault in refusal.value.faults] == [7]
    assert not Region.objects.exists()


def test_region_left_out_while_others_lie_in_it_refuses_the_table() -> None:
    take(OLD)
    with pytest.raises(TableRefused) as refusal:
        take(OLD.replace("35.01.01,Utara\n", ""))
    (first, _second) = refusal.value.faults
    assert first.row == 4 and "35.01.01 is loaded" in str(first.text)
    assert Region.objects.get(code="35.01.01").valid_to is None
    take(OLD.replace("35.01.01,Utara\n", "").replace("35.01.01.2001,Sari\n35.01.01.2002,Rejo\n", ""))
    assert Region.objects.get(code="35.01.01").valid_to is not None, "a district may go with all its villages"


def test_fault_in_the_outlines_refuses_the_table_too() -> None:
    files = RegionFiles(source="test", table=f"code,name\n{OLD}", boundaries='{"features": [{}]}')
    with pytest.raises(TableRefused):
        load_regions(SYSTEM, files=files)
    assert not Region.objects.exists() and not RegionLoad.objects.exists()


def test_failure_while_writing_leaves_nothing_half_applied(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_facts: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("simpul.reference.commands.load_regions.write_outlines", broken)
    with pytest.raises(OSError, match="disk full"):
        take(OLD)
    assert not Region.objects.exists() and not RegionLoad.objects.exists()


def test_city_and_regency_of_one_name_are_told_apart() -> None:
    take("35,Jawa Timur\n35.07,Kabupaten Malang\n35.73,Kota Malang\n35.73.01,Blimbing\n")
    assert [hit.code for hit in find_regions(SYSTEM, words="kota malang")] == ["35.73", "35.73.01"]
    assert [hit.code for hit in find_regions(SYSTEM, words="malang", levels=("regency",))] == [
        "35.07",
        "35.73",
    ]


def test_made_up_regency_survives_and_is_not_overwritten() -> None:
    load_all()
    take(OLD)
    assert Region.objects.filter(fictional=True, valid_to__isnull=True).count() == 321
    with pytest.raises(TableRefused, match="1 rows"):
        take(OLD + "35.69,Kabupaten Nyata\n")
    counts = {count.topic: count for count in load_all()}
    assert counts["demo-regency"].changed == 0


def test_load_is_refused_to_others_and_logged() -> None:
    with pytest.raises(Refused):
        load_regions(public_actor(), files=RegionFiles(source="x", table=f"code,name\n{OLD}"))
    assert not Region.objects.exists()
    assert AuditLine.objects.filter(act="reference.load_regions", outcome="refused").count() == 1


@pytest.mark.slow
def test_national_table_loads_within_a_minute_and_twice_is_once() -> None:
    load_all()
    files = RegionFiles(
        source="Kepmendagri 300.2.2-2430/2025",
        table=national_table(),
        boundaries=shared_file("tuban-villages.geojson").read_text(encoding="utf-8"),
    )
    start = time.process_time()
    report = load_regions(SYSTEM, files=files)
    assert time.process_time() - start < 60, "of this process: other work on the machine does not count"
    assert report.rows == 91_599 and report.outlines == 328
    standing = Region.objects.filter(valid_to__isnull=True, fictional=False)
    assert standing.count() == 91_599
    assert RegionBoundary.objects.filter(code__startswith="35.23").count() == 328
    assert load_regions(SYSTEM, files=files).empty
    assert {count.topic: count.changed for count in load_all()}["provinces"] == 0

    many = find_regions(SYSTEM, words="sidomulyo", limit=50)
    assert len(many) == 50 and len({hit.label for hit in many}) == 50, "the path tells them apart"
    best = find_regions(SYSTEM, words="jlodro tuban")[0]
    assert best.label == "Jlodro, Kec. Kenduruan, Kab. Tuban, Prov. Jawa Timur"
    assert find_regions(SYSTEM, words="Tuban")[0].code == "35.23", "the regency before villages of the name"
    assert [hit.title for hit in find_regions(SYSTEM, words="malang", levels=("regency",))] == [
        "kabupaten",
        "kota",
    ]
    assert find_regions(SYSTEM, words="Kota Malang")[0].code == "35.73"
    assert find_regions(SYSTEM, words="Kab. Malang")[0].code == "35.07"
    ours = find_regions(SYSTEM, words="sumber", levels=("village",), near="35.23")
    assert all(hit.code.startswith("35.23") for hit in ours[:5]), "names of one's own regency first"
    assert find_regions(SYSTEM, words="sumber", levels=("village",))[0].code == "32.09.15.1004"
    start = time.process_time()
    find_regions(SYSTEM, words="sidomulyo jatim")
    assert time.process_time() - start < 1, "type-ahead over the whole country"
