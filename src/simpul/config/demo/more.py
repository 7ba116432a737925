"""Run beside the demo's web server: adds the lives that were not there at the start. Safe to stop."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(words: list[str]) -> int:
    """``words``: the size, and for a real regency the table of regions and its code."""
    from simpul.config.demo import seed
    from simpul.config.preparing import start_django
    from simpul.config.running import end_with_parent
    from simpul.config.speaking import tell

    end_with_parent()
    os.nice(5)
    start_django()
    size, *real = words
    table, code = (Path(real[0]), real[1] or None) if real else (None, None)
    made = seed(size=size, regions=table, regency=code, gently=True)
    if made.get("more"):
        tell(f"{made['more']} kasus demo ditambahkan.", f"{made['more']} more demo cases are there.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
