"""The tables that lie beside the repository. Without them a test is skipped, except on CI."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def shared_file(name: str) -> Path:
    """A file of ``../shared/data`` (or SIMPUL_SHARED_DATA); skips where it is absent."""
    folder = Path(os.environ.get("SIMPUL_SHARED_DATA") or ROOT.parent / "shared" / "data")
    path = folder / name
    if not path.exists():
        message = f"{name} is not in {folder}; set SIMPUL_SHARED_DATA to the folder that holds it"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return path


def national_table() -> str:
    return gzip.decompress(shared_file("regions.csv.gz").read_bytes()).decode("utf-8")
