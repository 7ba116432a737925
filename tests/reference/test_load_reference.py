"""The shipped data: loads once, changes nothing the second time, and says how sure it is."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from simpul.kernel.actor import Actor, public_actor, system_actor
from simpul.kernel.errors import Refused
from simpul.reference.choices import Certainty
from simpul.reference.commands.load_reference import load_reference
from simpul.reference.loader import load_all
from simpul.reference.models import Category, Region, RegionLoad, StatutoryClock
from simpul.reference.tables.reading import DATA, BrokenTable, entries_of
from simpul.reference.tables.topics import TOPICS
from simpul.safeguards.guarded import UnguardedWrite, writing_as

pytestmark = pytest.mark.django_db


def test_second_load_changes_nothing() -> None:
    first = {count.topic: count for count in load_all()}
    assert first["categories"].added == 38 and first["demo-regency"].added == 321
    assert first["provinces"].added == 38
    assert all(count.changed == 0 for count in first.values())
    stamps = dict(Region.objects.values_list("code", "id"))
    second = load_all()
    assert [
        (count.topic, count.added, count.changed) for count in second if count.added or count.changed
    ] == []
    assert dict(Region.objects.values_list("code", "id")) == stamps
    assert RegionLoad.objects.count() == 2


def test_load_corrects_an_entry_that_was_changed() -> None:
    load_all(demo_regency=False)
    with writing_as("reference"):
        Category.objects.filter(code="P11").update(label_id="Gelandangan")
    counts = {count.topic: count for count in load_all(demo_regency=False)}
    assert counts["categories"].changed == 1
    assert Category.objects.get(code="P11").label_id == "Orang tanpa tempat tinggal"


def test_reference_is_written_by_its_acts_alone() -> None:
    with pytest.raises(UnguardedWrite):
        StatutoryClock.objects.create(code="X1")


@pytest.mark.parametrize("actor", [public_actor()], ids=["public"])
def test_load_is_refused_to_others(actor: Actor) -> None:
    with pytest.raises(Refused):
        load_reference(actor)
    assert not Category.objects.exists()


def test_without_the_demo_no_made_up_region_is_loaded() -> None:
    load_reference(system_actor(), demo_regency=False)
    assert not Region.objects.filter(fictional=True).exists()


def test_broken_cell_is_named_by_file_and_row(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    topic = next(topic for topic in TOPICS if topic.name == "risk-targets")
    text = topic.path.read_text(encoding="utf-8").replace("24,hours", "24,fortnights")
    (tmp_path / "risk-targets.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr("simpul.reference.tables.reading.DATA", tmp_path)
    with pytest.raises(BrokenTable, match=r"risk-targets.csv row 3, unit"):
        list(entries_of(topic))


FILES = sorted(DATA.glob("*.csv"))
WITH_SOURCE = [path for path in FILES if path.parent == DATA]


@pytest.mark.parametrize("path", WITH_SOURCE, ids=lambda path: path.stem)
def test_every_entry_names_source_and_certainty(path: Path) -> None:
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert row["source"] and row["certainty"] in Certainty.values
        assert bool(row["checked_on"]) == (row["certainty"] == Certainty.READ), row


def test_clocks_of_law_name_their_article_and_own_targets_say_so() -> None:
    load_all(demo_regency=False)
    for clock in StatutoryClock.objects.all():
        assert re.search(r"(UU|PP) \d+/\d{4}", clock.basis), clock.code
        assert (clock.amount is None) == (clock.unit == "none"), clock.code
    for topic in ("risk-targets", "retention-rules"):
        model = next(item.model for item in TOPICS if item.name == topic)
        assert set(model.objects.values_list("certainty", flat=True)) == {"own"}


def test_every_entry_of_the_law_that_we_read_stands_as_we_read_it() -> None:
    load_all(demo_regency=False)
    facts = {row[0]: row[1:] for row in StatutoryClock.objects.values_list("code", "amount", "unit", "ours")}
    assert facts["A2"] == (72, "hours", True)
    assert facts["A1"] == (24, "hours", False)
    assert facts["K1"] == (24, "hours", False)
    assert facts["T1"] == (72, "hours", True)
    assert facts["H1"] == (7, "days", True)
    assert facts["D1"] == (72, "hours", True)
    assert len(facts) == 15
    assert set(Category.objects.filter(group="ppks").values_list("code", flat=True)) == {
        f"P{number:02d}" for number in range(1, 27)
    }
    assert Category.objects.filter(group="psks").count() == 12


def test_stigmatising_legal_words_are_not_the_words_for_people() -> None:
    load_all(demo_regency=False)
    harsh = re.compile(r"gelandangan|pengemis|tuna susila|telantar|cacat|pemulung|fakir", re.IGNORECASE)
    shown = Category.objects.values_list("code", "label_id")
    assert [code for code, label in shown if harsh.search(label)] == []
