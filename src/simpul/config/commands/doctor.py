"""Tell what is unsafe about this installation, why, and the remedy. Exit code 1 when something is."""

from __future__ import annotations

import argparse
import json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for machines: code, why and remedy")


def run(options: argparse.Namespace) -> int:
    from simpul.config.doctor import examine, report
    from simpul.config.preparing import start_django
    from simpul.config.speaking import show, tell

    start_django()
    findings = examine()
    if options.json:
        rows = [
            {"code": f.code, "blocks": f.blocks, "why": vars(f.why), "remedy": vars(f.remedy)}
            for f in findings
        ]
        show(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        report(findings)
    if not findings:
        tell("Tidak ada temuan.", "Nothing found.")
    else:
        tell(f"{len(findings)} temuan.", f"{len(findings)} findings.")
    return 1 if findings else 0
