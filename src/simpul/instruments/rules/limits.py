"""What a form and its answers may weigh, so that a hostile file stops nobody's work."""

DEEPEST_FORM = 12
MOST_ELEMENTS = 3_000
MOST_CHOICES = 20_000
MOST_REPEATS = 200
MOST_INSTANCES = 20_000
LONGEST_TEXT = 100_000
LONGEST_NAME = 100
LARGEST_FILE = 4_000_000
