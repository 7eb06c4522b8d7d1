"""Page residue inside an article: found, and blanked out without moving anything.

Shortcodes ([ad_1]), the headline said twice, the site's name after it ("… | أخبار أفريقيا"), closing
lines such as المصدر. The text as given stays; only what is read for meaning is blank there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile

from timeline.lexicon import table
from timeline.model import Article, Span
from timeline.text import form

_SHORTCODE = re.compile(
    r"\[/?(?:ads?|adsense|the_ad|quads|caption|embed|gallery|video|audio)(?:[_\s][^\]\n]{0,80})?\]"
)
_LINE = re.compile(r"[^\n]+")
_WORDS = re.compile(r"\w+")
_SITE = re.compile(r"\s+[|\-–—]\s+([^|\n]{1,60})$")

_SHORT = 12
"""Words: a line longer than this tells something, whatever it begins with."""

_LONG = 20 * _SHORT
"""Characters: no line of so few words is longer, and so it need not be read."""

_REPEATS = 6
"""The headline is said again, if at all, within so many lines."""

_CLOSING = 8
"""Closing lines are looked for among so many."""


def mask(article: Article) -> str:
    """The article's text, as long as it was, blank where residue is."""
    parts, at = [], 0
    for start, end in sorted(residue(article)):
        if end > at:
            parts += [article.text[at : max(at, start)], _blank(end - max(at, start))]
            at = end
    return "".join([*parts, article.text[at:]])


def _blank(length: int) -> str:
    """A line break and spaces: nothing that is read goes on across residue."""
    return "\n" + " " * (length - 1)


def residue(article: Article) -> Iterator[Span]:
    """Where residue is, in no order; spans may overlap and hold no line break."""
    text = article.text
    yield from (match.span() for match in _SHORTCODE.finditer(text))
    lines = [match.span() for match in _LINE.finditer(text) if not match.group().isspace()]
    if lines:
        yield from _headline(text, lines[: _REPEATS + 1])
        yield from (line for line in lines[1:] if line[1] - line[0] <= _LONG and _is_link(text, line))
        closing = takewhile(lambda line: _closes(text, line), reversed(lines[1:][-_CLOSING:]))
        yield from closing


def _headline(text: str, lines: list[Span]) -> Iterator[Span]:
    """The headline's later copies, and the site's name after the first."""
    first, *others = lines
    site = _site(text, first)
    if site:
        yield site
    headline = _form(text, (first[0], site[0] if site else first[1]))
    for line in others:
        again = _site(text, line)
        if headline and headline in (
            _form(text, line),
            _form(text, (line[0], again[0] if again else line[1])),
        ):
            yield line


def _site(text: str, line: Span) -> Span | None:
    """A name of a site or section at the end of a headline, with the bar before it."""
    match = _SITE.search(text[slice(*line)].rstrip())
    if not match:
        return None
    named = form(match.group(1))
    bar = "|" in match.group()
    if len(named.split()) <= 4 and (bar or named.startswith(_words("site"))):
        return line[0] + match.start(), line[1]
    return None


def _is_link(text: str, line: Span) -> bool:
    """Whether a line only leads elsewhere: اقرأ أيضا …"""
    said = _form(text, line)
    return said in _words("line") or (len(said.split()) <= _SHORT and _begins(said, "lead"))


def _closes(text: str, line: Span) -> bool:
    """Whether a last line is residue: it names the source, or is some already."""
    said = _form(text, line)
    return (
        not said
        or _is_link(text, line)
        or _SHORTCODE.fullmatch(text[slice(*line)].strip()) is not None
        or (len(said.split()) <= _SHORT and _begins(said, "tail"))
    )


def _begins(said: str, where: str) -> bool:
    return any(said == words or said.startswith(f"{words} ") for words in _words(where))


def _form(text: str, span: Span) -> str:
    """The folded words of a line, without its marks."""
    line = text[slice(*span)]
    return _remembered(line) if len(line) <= _LONG else _fold(line)


def _fold(line: str) -> str:
    return " ".join(_WORDS.findall(form(line)))


_remembered = lru_cache(64)(_fold)  # a line is asked about up to four times


@cache
def _words(where: str) -> tuple[str, ...]:
    return tuple(row["words"] for row in table("ar/boilerplate.tsv") if row["where"] == where)
