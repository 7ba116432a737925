"""A pattern opened as a finding: frozen numbers, kept question, every wording."""

from __future__ import annotations

import pytest

from simpul.advocacy.commands.draft_finding import Asked, draft_finding
from simpul.advocacy.commands.revise_finding import revise_finding
from simpul.advocacy.errors import NothingToShow
from simpul.advocacy.models import Finding, FindingVersion
from simpul.advocacy.queries.findings import finding_view, findings
from simpul.kernel.clock import at
from simpul.kernel.errors import Conflict, Hidden, InvalidInput
from simpul.safeguards.guarded import writing_as
from tests.advocacy.counted import LAST, NOW, Counted
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
WORDS = {"title": "Loket menolak KTP luar", "words": "Aturan daerah bertentangan dengan undang-undang."}


def drafted(counted: Counted, dimension: str = "sex") -> Finding:
    asked = Asked(LAST, dimension)
    with at(NOW):
        made = draft_finding(counted.world.head, office_id=counted.world.office.id, asked=asked, **WORDS)
    found: Finding = Finding.objects.get(pk=made)
    return found


def test_numbers_are_frozen_as_shown_and_the_question_is_kept(counted: Counted) -> None:
    counted.meet(13, "document", sex="f")
    counted.meet(3, "document", sex="m")
    one = drafted(counted)
    assert one.table["total"] == 16 and one.table["row_totals"] == [16]
    assert one.table["column_totals"] == [16], "what protects the small number is not kept either"
    assert one.asked | {"limit_source": ""} == {
        "office": counted.world.office.name, "quarter": LAST, "from": "2026-07-01", "to": "2026-09-30",
        "dimension": "sex", "within": "", "counted_on": "2026-11-28", "limit": 10, "limit_certainty": "own",
        "limit_source": "", "limit_valid_from": None,
    }  # fmt: skip
    counted.meet(40, "document", sex="f")
    view = finding_view(counted.world.supervisor, one.id)
    assert view.table.total == 16 and view.row.status == "draft" and view.row.title == WORDS["title"]


def test_words_change_by_versions_and_a_loser_of_a_race_is_told(counted: Counted) -> None:
    counted.meet(13, "document")
    one = drafted(counted, "kind")
    head = counted.world.head
    revise_finding(head, one.id, version=1, title="Judul lain", words="Kata lain")
    with pytest.raises(Conflict):
        revise_finding(head, one.id, version=1, title="Terlambat", words="x")
    view = finding_view(head, one.id)
    assert [(v.number, v.title) for v in view.versions] == [(2, "Judul lain"), (1, WORDS["title"])]
    assert [row.title for row in findings(head)] == ["Judul lain"]


def test_neither_numbers_nor_versions_are_ever_changed(counted: Counted) -> None:
    counted.meet(13, "document")
    one = drafted(counted, "kind")
    one.table = one.table | {"total": 99}
    version = FindingVersion.objects.get()
    version.words = "lain"
    with writing_as("advocacy"):
        for record in (one, version):
            with pytest.raises(TypeError):
                record.save()


def test_without_numbers_there_is_no_finding(counted: Counted) -> None:
    counted.meet(9, "document")
    with pytest.raises(NothingToShow):
        drafted(counted)
    counted.meet(9, "document")
    office, asked = counted.world.office.id, Asked(LAST, "kind")
    with at(NOW), pytest.raises(InvalidInput) as refusal:
        draft_finding(counted.world.head, office_id=office, asked=asked, title=" ", words="")
    assert {fault.field for fault in refusal.value.faults} == {"title", "words"}


def test_others_do_not_learn_of_it(counted: Counted) -> None:
    counted.meet(13, "document")
    one = drafted(counted, "kind")
    stranger = actor_of(make_staff(role="supervisor", scope="unit"))
    office, asked = counted.world.office.id, Asked(LAST, "kind")
    with pytest.raises(Hidden):
        finding_view(stranger, one.id)
    with pytest.raises(Hidden):
        finding_view(counted.world.worker, one.id)
    with pytest.raises(Hidden):
        revise_finding(stranger, one.id, version=1, **WORDS)
    with pytest.raises(Hidden):
        draft_finding(stranger, office_id=office, asked=asked, **WORDS)
    assert findings(stranger) == ()
