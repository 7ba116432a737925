"""The house's own settings, with the bench's trivial view and its counter of statements."""

from simpul.config.settings import *  # noqa: F403
from simpul.config.settings import MIDDLEWARE

ROOT_URLCONF = "simpul.config.bench._urls"
MIDDLEWARE = ["simpul.config.bench._counting.Counting", *MIDDLEWARE]
