"""The square that a phone reads, as SVG."""

from __future__ import annotations

import io

import segno


def qr_svg(address: str) -> str:
    """The address as a QR code; an empty drawing when there is none."""
    if not address:
        return '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    buffer = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        buffer, kind="svg", border=2, dark="#161616", light="#ffffff"
    )
    return buffer.getvalue().decode()


def qr_inline(address: str) -> str:
    """The address as a drawing to stand in a page, as large as its place allows."""
    drawn: str = segno.make(address, error="m", micro=False).svg_inline(
        border=2, dark="#161616", light="#ffffff", omitsize=True
    )
    return drawn
