"""Copies: articles that repeat another's text, as newspapers repeat an agency's report.

Texts are compared by their shingles (runs of words) through MinHash signatures (Broder 1997), so that
an article is only compared with those that share a band of its signature.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from timeline import text
from timeline.model import Article

Signature = NDArray[np.uint64]

SHINGLE = 5
"""Words: a run this long is rarely written twice by chance."""

BANDS, ROWS = 16, 4
"""Texts that share half of their shingles meet in a band with probability .64, 4/5 of them with .9998."""

COPIED = 0.5
"""Share of the shingles of both that a copy has in common: headline, byline and cuts may differ."""

_PRIME = np.uint64((1 << 31) - 1)
_RANDOM = np.random.default_rng(1997).integers(1, 1 << 31, (2, BANDS * ROWS)).astype(np.uint64)


def signature(article: Article) -> Signature | None:
    """The MinHash signature of a text, 64 numbers; None for a text too short to tell."""
    words = [form for form in text.read(article.text).forms if form.isalnum()]
    if len(words) < 4 * SHINGLE:
        return None
    shingles = {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    hashed = np.array(
        [int.from_bytes(blake2b(s.encode(), digest_size=4).digest()) for s in shingles], np.uint64
    )
    return np.asarray(((hashed[:, None] * _RANDOM[0] + _RANDOM[1]) % _PRIME).min(axis=0), np.uint64)


def bands(signed: Signature) -> tuple[str, ...]:
    """What to index a signature under: two texts are compared only where they share a band."""
    return tuple(f"{i}:{row.tobytes().hex()}" for i, row in enumerate(signed.reshape(BANDS, ROWS)))


def originals(articles: Iterable[Article]) -> dict[str, str]:
    """Copy → the article that it copies: of articles with one text, the first published (then the first id).

    An original is never itself a copy. Articles that copy nothing are left out.
    """
    dated = sorted(articles, key=lambda a: (a.published or date.max, a.id))
    signed = {article.id: found for article in dated if (found := signature(article)) is not None}
    copied: dict[str, str] = {}
    first: dict[str, list[str]] = {}
    for copy, own in signed.items():
        met = dict.fromkeys(other for band in bands(own) for other in first.get(band, ()))
        original = _original(own, met, signed)
        if original:
            copied[copy] = original
        else:
            for band in bands(own):
                first.setdefault(band, []).append(copy)
    return copied


def _original(own: Signature, others: Iterable[str], signed: Mapping[str, Signature]) -> str | None:
    shares = {other: float((own == signed[other]).mean()) for other in others}
    best = max(shares, key=shares.__getitem__, default=None)
    return best if best is not None and shares[best] >= COPIED else None
