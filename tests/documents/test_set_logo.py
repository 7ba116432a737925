"""A logo comes in as pixels only; whatever is no picture is refused."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image, PngImagePlugin

from simpul.documents.commands.set_logo import set_logo
from simpul.documents.errors import LogoUnreadable
from simpul.documents.models import Letterhead
from simpul.kernel.errors import Hidden
from tests.documents.issuing import issued, pdf_of
from tests.factories.workforce import actor_of, make_office, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def picture(kind: str = "PNG", size: tuple[int, int] = (600, 400)) -> bytes:
    buffer = io.BytesIO()
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "SECRET-NOTE")
    extra = {"pnginfo": notes} if kind == "PNG" else {}
    Image.new("RGB", size, "teal").save(buffer, format=kind, **extra)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_logo_is_written_anew_and_printed(kind: str) -> None:
    office = make_office()
    head = make_staff(role="head_of_office", scope="office", office=office)
    plain = pdf_of(head, issued(head))
    set_logo(actor_of(head), office.id, picture=picture(kind) + b"<script>evil()</script>")
    drawing = Letterhead.objects.filter(office=office).latest("made_at").logo_svg
    assert "SECRET-NOTE" not in drawing and "script" not in drawing
    document = issued(head)
    assert document.letterhead.logo_svg == drawing and "logo" in document.sheet["office"]
    assert pdf_of(head, document).unchanged
    assert len(pdf_of(head, document).content) > len(plain.content)
    set_logo(actor_of(head), office.id, picture=b"")
    assert issued(head).letterhead.logo_svg == ""


@pytest.mark.parametrize(
    "evil",
    [
        b"not a picture",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
        b"GIF89a" + b"\0" * 40,
        picture()[:200],
        picture(size=(5_000, 10)),
        b"\x89PNG\r\n\x1a\n" + zlib.compress(b"x" * 1000),
        b"\0" * 2_000_001,
    ],
    ids=range(7),
)
def test_what_is_no_picture_is_refused(evil: bytes) -> None:
    office = make_office()
    head = make_staff(role="head_of_office", scope="office", office=office)
    with pytest.raises(LogoUnreadable):
        set_logo(actor_of(head), office.id, picture=evil)


def test_other_offices_and_social_workers_cannot_set_it() -> None:
    office = make_office()
    for staff in (make_staff(role="head_of_office", scope="office"), make_staff(office=office)):
        with pytest.raises(Hidden):
            set_logo(actor_of(staff), office.id, picture=picture())
