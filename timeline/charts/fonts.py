"""The typeface that charts are set in, shipped with the package so that images look alike everywhere.

IBM Plex Sans Arabic, © IBM Corp., SIL Open Font License 1.1 (static/fonts/OFL.txt).
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib.resources import files

FAMILY = "IBM Plex Sans Arabic"

_RANGES = {
    "arabic": "U+0600-06FF,U+0750-077F,U+0870-088E,U+08A0-08FF,U+200C-200E,U+202A-202E,U+FB50-FEFC",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02DC,U+2000-200B,U+200F-2029,U+202F-206F,U+20AC,"
    "U+2122,U+2190-2193,U+2212",
}


@cache
def css() -> str:
    """The @font-face rules of the regular and semibold faces, the fonts inside them (170 kB)."""
    return "".join(_face(script, weight) for script in _RANGES for weight in (400, 600))


def _face(script: str, weight: int) -> str:
    data = files("timeline").joinpath(f"static/fonts/plex-{script}-{weight}.woff2").read_bytes()
    return (
        f"@font-face{{font-family:'{FAMILY}';font-style:normal;font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{b64encode(data).decode()}) format('woff2');"
        f"unicode-range:{_RANGES[script]}}}"
    )
