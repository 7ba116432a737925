"""Deployment settings, one file a concern. Policy values are reference data, never settings."""

from simpul.config.settings.apps import *  # noqa: F403
from simpul.config.settings.database import *  # noqa: F403
from simpul.config.settings.language import *  # noqa: F403
from simpul.config.settings.login import *  # noqa: F403
from simpul.config.settings.security import *  # noqa: F403
from simpul.config.settings.work import *  # noqa: F403
