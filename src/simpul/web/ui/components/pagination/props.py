"""Where one is in a long list. Pages are links, or buttons of a form when the search was a POST."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from simpul.web.ui.formats import count_of


@dataclass(frozen=True)
class Pagination:
    """``form``: id of a POST form whose field ``page`` the buttons set: no search goes into an address."""

    page: int
    pages: int
    total: int
    first: int
    last: int
    previous_url: str = ""
    next_url: str = ""
    form: str = ""

    @property
    def sentence(self) -> str:
        return _("%(first)s to %(last)s of %(total)s") % {
            "first": count_of(self.first),
            "last": count_of(self.last),
            "total": count_of(self.total),
        }

    @property
    def has_previous(self) -> bool:
        return self.page > 1

    @property
    def has_next(self) -> bool:
        return self.page < self.pages

    @property
    def previous(self) -> int:
        return self.page - 1

    @property
    def next(self) -> int:
        return self.page + 1


def page_of(
    *, page: int, size: int, total: int, address: str = "", parameter: str = "halaman", form: str = ""
) -> Pagination:
    """The pagination of a list of ``total`` rows. ``address`` ends where ``?halaman=2`` can follow."""
    pages = max(1, -(-total // size))
    page = min(max(page, 1), pages)
    joint = "&" if "?" in address else "?"
    return Pagination(
        page=page,
        pages=pages,
        total=total,
        first=min((page - 1) * size + 1, total),
        last=min(page * size, total),
        previous_url=f"{address}{joint}{parameter}={page - 1}" if not form else "",
        next_url=f"{address}{joint}{parameter}={page + 1}" if not form else "",
        form=form,
    )
