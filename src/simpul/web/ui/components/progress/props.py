"""Long work that goes on by itself; the page can be left and found again."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from simpul.web.ui.formats import count_of


@dataclass(frozen=True)
class Progress:
    """``poll_url`` answers with this component alone, so that the bar moves without a reload."""

    label: str
    done: int
    total: int
    note: str = ""
    poll_url: str = ""
    failed: bool = False

    @property
    def finished(self) -> bool:
        return not self.failed and self.total > 0 and self.done >= self.total

    @property
    def running(self) -> bool:
        return not self.failed and not self.finished

    @property
    def sentence(self) -> str:
        return _("%(done)s of %(total)s") % {"done": count_of(self.done), "total": count_of(self.total)}
