"""The directory's work in the background: foreign packages, piece by piece."""

from __future__ import annotations

import uuid
from typing import Any

from simpul.directory.commands.write_package import write_package
from simpul.jobs.handlers import handles
from simpul.kernel.actor import system_actor


@handles("directory.write_package")
def do_write_package(payload: dict[str, Any]) -> None:
    """Enter the next agencies of a package that somebody said yes to."""
    write_package(system_actor(), uuid.UUID(payload["package_id"]))
