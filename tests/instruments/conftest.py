"""ODK Validate runs on Java; without one its module is not collected (docs/reference/xlsform-support.md)."""

import shutil

collect_ignore = [] if shutil.which("java") else ["test_odk_validate.py"]


def pytest_report_header() -> str:
    return (
        "" if shutil.which("java") else "no Java: ODK Validate does not check the starter forms in this run"
    )
