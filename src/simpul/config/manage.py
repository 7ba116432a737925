"""Django's command line with Simpul's settings: ``python -m simpul.config.manage``."""

import os
import sys


def main() -> None:
    """Run one of Django's or Simpul's administrative commands."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "simpul.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
