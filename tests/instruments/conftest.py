"""ODK Validate runs on Java, the comparison with JavaRosa needs Java's compiler too; a module without its own
is not collected, so that nothing counts as skipped (docs/reference/xlsform-support.md)."""

import shutil

NEEDS = {"test_odk_validate.py": "java", "test_javarosa_parity.py": "javac"}
collect_ignore = [module for module, program in NEEDS.items() if not shutil.which(program)]


def pytest_report_header() -> str:
    return f"not collected without Java: {', '.join(collect_ignore)}" if collect_ignore else ""
