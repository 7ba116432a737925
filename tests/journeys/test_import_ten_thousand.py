"""A list of ten thousand persons with fifty faults, through the pages: exactly the fifty are told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from simpul.jobs.models import Job
from simpul.jobs.worker import claim, perform
from simpul.registry.models import Household, Person
from tests.factories.workforce import make_office, make_staff
from tests.journeys.screens import main_text, send, window
from tests.registry.test_import import planted
from tests.registry.workbooks import HEADER, people, workbook

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
COUNT = 10_000


def work(limit: int = 100_000) -> int:
    """Do what waits for the worker, as ``simpul worker`` would: on a slow machine in many small pieces."""
    done = 0
    while done < limit and (job := claim()) is not None:
        assert perform(job), Job.objects.get(pk=job.pk).last_error
        done += 1
    return done


def work_unseen(page: Any, limit: int = 100_000) -> int:
    """Work while the page asks nothing: one process, one memory database."""
    here = page.url
    page.goto("about:blank")
    done = work(limit)
    page.goto(here)
    return done


def bar(page: Any) -> tuple[int, int]:
    """How far the bar is."""
    found = page.locator("progress")
    return int(found.get_attribute("value")), int(found.get_attribute("max"))


def finish(page: Any) -> None:
    """Let the rest be worked off; the open page must notice by itself."""
    page.route("**/kemajuan/", lambda route: route.abort())
    work()
    page.unroute("**/kemajuan/")
    page.locator("progress").wait_for(state="detached", timeout=15_000)


def told_faults(page: Any) -> set[tuple[int, str]]:
    """Row and column of every fault that the table shows."""
    rows = page.locator("#faults table tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))"
    )
    found = set()
    for cells in rows:
        number = re.search(r"baris ([\d.]+)", " ".join(cells))
        assert number, cells
        found.add((int(number[1].replace(".", "")), next(cell for cell in cells if cell in HEADER)))
    return found


def test_ten_thousand_persons_with_fifty_faults(live_server: Any, browser: Any, tmp_path: Path) -> None:
    boss = make_staff(role="supervisor", scope="unit", office=make_office())
    rows = people(COUNT)
    wanted = planted(rows)
    file = tmp_path / "warga.xlsx"
    file.write_bytes(workbook(rows).getvalue())
    with window(browser, live_server.url, boss) as page:
        page.goto(f"{live_server.url}/impor/")
        page.set_input_files("main input[type=file]", str(file))
        page.fill("#id_source", "Desa Contoh, surat kepala desa 12/2026")
        send(page, "Baca berkas")
        assert "warga" not in page.url and "10.000 baris" in main_text(page)
        assert page.locator("#id_full_name option:checked").inner_text().startswith("Nama Lengkap")
        send(page, "Periksa berkas")
        assert bar(page) == (0, COUNT)
        work_unseen(page, 3)
        assert 0 < bar(page)[0] < COUNT
        finish(page)
        text = main_text(page)
        assert "9.950 baris akan ditulis" in text
        assert told_faults(page) == wanted
        assert Person.objects.count() == 0, "the dry run writes nothing"
        send(page, "Tulis baris yang siap")
        assert bar(page)[1] == COUNT - 50
        finish(page)
        assert Person.objects.count() == COUNT - 50
        assert Household.objects.exists()
        page.check("#id_sure")
        send(page, "Tarik kembali")
        finish(page)
        assert "Ditarik kembali" in main_text(page)
        assert Person.objects.count() == Household.objects.count() == 0
