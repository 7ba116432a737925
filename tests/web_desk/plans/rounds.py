"""What these tests send: answers of forms, as a browser without script would."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

from simpul.kernel.clock import now, today

SOON = (today() + timedelta(days=30)).isoformat()


def plan_answers(**more: str) -> dict[str, str]:
    """A whole plan with one need, one goal, one action."""
    return {
        "needs-count": "1",
        "needs-0-words": "Biaya sekolah",
        "needs-0-assessment_id": "",
        "goals-count": "1",
        "goals-0-client_words": "Anak saya sekolah lagi, Bu.",
        "goals-0-need": "0",
        "goals-0-measure": "Hari hadir sebulan",
        "goals-0-baseline": "0 hari",
        "goals-0-target": "20 hari",
        "goals-0-target_on": SOON,
        "goals-0-step0": "20 hari hadir",
        "actions-count": "1",
        "actions-0-what": "Mengantar anak ke sekolah",
        "actions-0-whose": "client",
        "actions-0-due_on": SOON,
        "actions-0-goal": "0",
        "horizon": "short",
        "review_on": SOON,
        **more,
    }


def at(days: int) -> str:
    """A moment as a browser's clock field sends it."""
    return (now() + timedelta(days=days)).strftime("%Y-%m-%dT09:00")


def typed_in(page: str, name: str) -> str:
    """What stands in a field of this page."""
    area = re.search(rf'<textarea name="{re.escape(name)}"[^>]*>\n?(.*?)</textarea>', page, re.DOTALL)
    if area:
        return unescape(area[1]).strip()
    box = re.search(rf'<input[^>]*name="{re.escape(name)}"[^>]*>', page)
    value = re.search(r'value="([^"]*)"', box[0]) if box else None
    return unescape(value[1]) if value else ""
