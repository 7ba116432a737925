"""What was typed into a form and not sent; the portal keeps it the same way."""

from simpul.web.ui.drafting import draft_of, perform_and_forget, typed

__all__ = ["draft_of", "perform_and_forget", "typed"]
