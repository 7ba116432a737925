"""Made-up households for the demo, the tests and the benches. Pure and repeatable: same seed, same people.

Nobody here exists. Identity numbers carry serials from 9000 up, which tells them from real ones.
"""

from simpul.config.demo.population.generate import households
from simpul.config.demo.population.people import Difficulty, Household, Member, Village
from simpul.config.demo.population.villages import read_villages

__all__ = ["Difficulty", "Household", "Member", "Village", "households", "read_villages"]
