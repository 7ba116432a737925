"""A logo is taken in as pixels only: whatever else a file carries stays outside."""

from __future__ import annotations

import base64
import io
import warnings

from PIL import Image, UnidentifiedImageError

MOST_BYTES = 2_000_000
MOST_SIDE = 4_000
SIDE = 240


class LogoFault(ValueError):
    """The picture cannot be taken."""


def logo_as_svg(picture: bytes) -> str:
    """The picture, made small and written anew, inside a drawing of our own."""
    if len(picture) > MOST_BYTES:
        raise LogoFault
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(picture), formats=("PNG", "JPEG")) as image:
                if max(image.size) > MOST_SIDE:
                    raise LogoFault
                small = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Warning) as fault:
        raise LogoFault from fault
    small.thumbnail((SIDE, SIDE))
    paper = Image.new("RGB", small.size, "white")
    paper.paste(small, mask=small.getchannel("A"))
    buffer = io.BytesIO()
    paper.save(buffer, format="PNG", optimize=True)
    width, height = paper.size
    data = base64.b64encode(buffer.getvalue()).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
    )
