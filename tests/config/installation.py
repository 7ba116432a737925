"""A throw-away installation for tests that need real processes and files."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PHRASE = "a long phrase for the tests of backups"
_OWN = ("DATABASE_URL", "SIMPUL_KEYSTORE_URL", "SIMPUL_DATA_DIR", "DJANGO_SETTINGS_MODULE", "SIMPUL_PORT")


@dataclass
class Installation:
    """A data folder and the variables that point to it; verbs run in processes of their own."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        clean = {name: value for name, value in os.environ.items() if name not in _OWN}
        return {
            **clean,
            "PYTHONPATH": str(ROOT / "src"),
            "SIMPUL_DATA_DIR": str(self.folder),
            "SIMPUL_BACKUP_DIR": str(self.folder.parent / "backups"),
            "SIMPUL_BACKUP_KEY": PHRASE,
            **self.variables,
        }

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-P", "-m", "simpul.config.cli", *words]

    def run(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {**self.environment, **variables}
        return subprocess.run(
            self.command(*words),
            env=environment,
            cwd=self.folder.parent,
            capture_output=True,
            text=True,
            timeout=600,
        )

    def django(self, code: str, **variables: str) -> str:
        """Run Python with this installation's Django; what it printed."""
        start = "from simpul.config.preparing import start_django; start_django()\n"
        done = subprocess.run(
            [sys.executable, "-c", start + code],
            env={**self.environment, **variables},
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()
