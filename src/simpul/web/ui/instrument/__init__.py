"""Forms on the web: being filled in, and as they were answered."""

from simpul.web.ui.instrument.answers import AnswersView, answers_view
from simpul.web.ui.instrument.form import InstrumentForm

__all__ = ["AnswersView", "InstrumentForm", "answers_view"]
