"""What all processes count together: a limit holds for the house, not for each process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from simpul.config.environment import ROOT
from simpul.kernel.clock import at, now
from simpul.safeguards.models import SharedEntry
from simpul.safeguards.shared_cache import SharedCache

TRIES = 40
PROCESSES = 2
# One process of the server: it counts so many tries and says what it last read.
COUNTING = f"""
import django; django.setup()
from django.core.cache import cache
cache.add("verify-1", 0, timeout=600)
last = [cache.incr("verify-1") for _ in range({TRIES})][-1]
print(last)
"""
LIMITING = """
import sys, django; django.setup()
from django.test import RequestFactory
from allauth.core import ratelimit
request = RequestFactory().post("/", REMOTE_ADDR="203.0.113.9")
print(sum(bool(ratelimit.consume(request, action="portal", key="melati")) for _ in range(4)))
"""


@pytest.fixture
def house(tmp_path: Path) -> dict[str, str]:
    """An installation of its own in a file, as two server processes would share it."""
    env = {
        **os.environ,
        "SIMPUL_DATA_DIR": str(tmp_path),
        "SIMPUL_MODE": "demo",
        "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "simpul.config.settings",
        "DATABASE_URL": "",
        "SIMPUL_KEYSTORE_URL": "",
    }
    made = subprocess.run(
        [sys.executable, "-m", "simpul.config.manage", "migrate", "safeguards", "--verbosity=0"],
        env=env, capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr[-2000:]
    return env


def together(script: str, env: dict[str, str]) -> list[int]:
    """The same script in two processes at once; what each printed."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(PROCESSES)
    ]
    answers = [process.communicate(timeout=300) for process in running]
    assert all(process.returncode == 0 for process in running), answers
    return [int(out.strip().splitlines()[-1]) for out, _errors in answers]


def test_two_processes_count_together_and_lose_no_try(house: dict[str, str]) -> None:
    assert max(together(COUNTING, house)) == TRIES * PROCESSES


def test_login_limit_of_five_holds_for_two_processes_together(house: dict[str, str]) -> None:
    assert sum(together(LIMITING, house)) == 5


def test_planted_cache_of_one_process_lets_each_have_its_own_limit(house: dict[str, str]) -> None:
    own = LIMITING.replace(
        "import sys, django;",
        "import sys, django; from django.conf import settings; settings.CACHES = "
        "{'default': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache'}};",
    )
    assert sum(together(own, house)) == 8


@pytest.mark.django_db
def test_entries_end_and_say_nothing_about_anybody() -> None:
    cache = SharedCache("", {})
    assert cache.add("ip:203.0.113.9", 1, timeout=60)
    assert not cache.add("ip:203.0.113.9", 2, timeout=60)
    cache.set("list", [1.5, 2.5], 60)
    assert cache.get("list") == [1.5, 2.5]
    assert all("203" not in row.key and json.loads(row.value) for row in SharedEntry.objects.all())
    with at(now().replace(year=now().year + 1)):
        assert cache.get("list") is None and not cache.has_key("ip:203.0.113.9")
        assert cache.add("ip:203.0.113.9", 3, timeout=60)
        assert cache.get("ip:203.0.113.9") == 3
        assert cache.touch("ip:203.0.113.9", 600)
        cache.delete("ip:203.0.113.9")
    with pytest.raises(ValueError):
        cache.incr("nothing")
    cache.clear()
    assert not SharedEntry.objects.exists()


def test_the_house_uses_it() -> None:
    from simpul.config.settings import work

    assert work.CACHES["default"]["BACKEND"] == f"{SharedCache.__module__}.{SharedCache.__name__}"
