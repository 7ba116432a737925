"""Secrets of the demo: made once, kept with mode 600. Production must bring its own."""

from __future__ import annotations

import base64
import os
import secrets
from pathlib import Path

from simpul.config.environment import data_dir, read


def _fresh(name: str) -> str:
    key = base64.b64encode(secrets.token_bytes(32)).decode()
    return f"m1:{key}" if name == "master_keys" else key


def demo_secret(name: str) -> str:
    """The demo's secret of this name; production gets an empty string, which ``doctor`` refuses."""
    if read("SIMPUL_MODE") == "production":
        return ""
    path: Path = data_dir() / "secrets" / name
    try:
        return path.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        data_dir().mkdir(parents=True, exist_ok=True, mode=0o700)
        path.parent.mkdir(exist_ok=True, mode=0o700)
        value = _fresh(name)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another process was quicker
            return path.read_text(encoding="utf-8").strip()
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(value)
        return value
