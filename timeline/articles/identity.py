"""When two articles are the same one, and when one copies another.

The same address is the same article, and so is the same text where no address tells them apart.
Copies are found by the runs of words that they share (shingles; Broder 1997).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from timeline import text
from timeline.model import Article

RUN = 5
"""Words in a shingle."""

SAMPLED = 4
"""One shingle in so many is kept as a sample."""

FEWEST = 12
"""Shingles that a text must have before sharing them means anything."""

COPIED = 0.8
"""The share of the shorter article's shingles that a copy has in common with its original."""

REVISED = 0.3
"""The same for two versions of one article, of which more is rewritten."""

LONGER = 4
"""A text so many times as long as another holds it as a quotation, and is no copy."""

_TRACKING = re.compile(r"(utm|mc|at)_.*|fbclid|gclid|igshid|ref|ocid|xtor|traffic_source", re.IGNORECASE)
_INDEXES = ("index.html", "index.htm", "index.php")


def canonical(url: str) -> str:
    """An address without what does not change the page: scheme, www, m and amp, tracking, fragment.

    "" for what is no web address.
    """
    try:
        parts = urlsplit(url.strip())
        port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    except ValueError:
        return ""
    if not parts.hostname:
        return ""
    path = quote(unquote(parts.path)).rstrip("/").removesuffix("/amp")
    for index in _INDEXES:
        path = path.removesuffix(f"/{index}")
    kept = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    return _site(parts.hostname) + port + path + (f"?{urlencode(kept)}" if kept else "")


def _site(name: str) -> str:
    return name.removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def host(url: str) -> str:
    """Whose address it is: the host of its canonical form."""
    return canonical(url).partition("/")[0]


def words(article: Article) -> list[str]:
    """The folded words of the article's body: its headline does not count, nor do digits and marks."""
    body = article.text[len(article.title) :]
    return [form for form in text.read(body).forms if form[0].isalpha()]


def fingerprint(body: Iterable[str]) -> str:
    """Equal for texts that differ only in spelling variants, marks, digits and white space."""
    return blake2b(" ".join(body).encode("utf-8", "replace"), digest_size=16).hexdigest()


def shingles(body: list[str]) -> frozenset[int]:
    """The runs of RUN words, as signed 64-bit hashes that are the same in every process."""
    runs = (" ".join(body[i : i + RUN]) for i in range(len(body) - RUN + 1))
    return frozenset(number(run) for run in runs)


def number(words: str) -> int:
    """A signed 64-bit hash that is the same in every process."""
    return int.from_bytes(blake2b(words.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


def sample(of: Iterable[int]) -> list[int]:
    """The shingles by which others are looked up; texts that share many share some of these."""
    return sorted(shingle for shingle in of if shingle % SAMPLED == 0)


def shared(left: frozenset[int], right: frozenset[int]) -> float:
    """The share of the shorter text's shingles that the longer has: 0 to 1, 0 for texts too short to tell."""
    shorter, longer = sorted((len(left), len(right)))
    if shorter < FEWEST or longer > LONGER * shorter:
        return 0.0
    return len(left & right) / shorter
