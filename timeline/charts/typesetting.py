"""Words on a chart: cleaned, measured, wrapped, and embedded right to left.

Plotly lays every string out from left to right and reads some HTML in it; so text from articles
is escaped, stripped of its own bidi controls, and each line wrapped in RLE … PDF (U+202B, U+202C).
"""

from __future__ import annotations

import re
from html import escape

RLE, PDF = "\u202b", "\u202c"

_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_CONTROL = re.compile("[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_SPACE = re.compile(r"\s+")

# Advance widths in hundredths of an em, as IBM Plex Sans Arabic sets running text (fitted; about 6 % off).
_WIDTHS: dict[str, int] = {
    character: width
    for characters, width in (
        ("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670", 0),
        ("ءاأإآ 'ijl.,:;،؛|!·", 25),
        ("ريزةىئثf()-rtI[]/", 34),
        ("بتدلهكمنوؤقغصJEFLZXTszcxvyk", 50),
        ("aegbdhnopquABCKPRSUVY0123456789٠١٢٣٤٥٦٧٨٩–", 60),
        ("جحخذطظعفDGHNOQ", 68),
        ("سشضصmwWM—…", 90),
    )
    for character in characters
}


def clean(text: str) -> str:
    """One line of plain text: no controls of any kind, single spaces."""
    return _SPACE.sub(" ", _CONTROL.sub(" ", text)).strip()


def embed(text: str) -> str:
    """The text as plotly must be given it: a right-to-left line where it holds Arabic letters."""
    return f"{RLE}{text}{PDF}" if _ARABIC.search(text) else text


def speak(text: str, language: str) -> str:
    """A line of the chart's own words: right to left in Arabic, whatever else stands in it."""
    return f"{RLE}{text}{PDF}" if language == "ar" else text


def show(text: str) -> str:
    """Foreign text as one safe line for plotly."""
    return embed(escape(clean(text), quote=False))


def width(text: str, size: float = 13) -> float:
    """About how wide the text is, in pixels, at a font size in pixels."""
    return sum(_WIDTHS.get(character, 58) for character in text) * size / 100


def wrap(text: str, room: float, size: float = 13, most: int = 2) -> list[str]:
    """Clean text broken at spaces into at most `most` lines of `room` pixels; what is cut ends in …

    Lines come out about equally long, so that no word is left alone.
    """
    lines = _fill(text, room, size, most)
    if len(lines) == 1 or lines[-1].endswith("…"):
        return lines
    tighter = (_fill(text, room * part, size, most) for part in (0.55, 0.65, 0.75, 0.85, 0.95, 1.0))
    return next(each for each in tighter if len(each) == len(lines) and not each[-1].endswith("…"))


def _fill(text: str, room: float, size: float, most: int) -> list[str]:
    words, lines = clean(text).split(" "), [""]
    for position, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size) <= room or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = _shorten(" ".join([lines[-1], *words[position : position + 2]]), room, size)
            break
    return [_shorten(line, room, size) for line in lines]


def _shorten(line: str, room: float, size: float) -> str:
    if width(line, size) <= room:
        return line
    # Far longer than a line can be: cut first, so that hostile text costs nothing to measure.
    line = line[: int(room / size * 6)]
    while line and width(line + "…", size) > room:
        line = line[:-1]
    return line.rstrip(" ،,.:؛") + "…"


def block(text: str, room: float, size: float = 13, most: int = 2) -> str:
    """Foreign text wrapped, escaped and embedded: ready for plotly."""
    return "<br>".join(embed(escape(line, quote=False)) for line in wrap(text, room, size, most))
